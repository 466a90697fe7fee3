import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withKind, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { toObsidianTag } from '../../../lib/markdown/obsidian.ts';
import { toHoldable } from '../../../lib/markdown/passage.ts';
import { nasty } from './nasty.ts';
import { anAnnotation, aPost, gfmPassagesIn } from './read.ts';

const options = { flavour: 'obsidian' } as const;

test('a post is properties, its heading, and callouts that can be linked to', () => {
  const annotation = withTags(withNote(anAnnotation('It was fine.'), 'Was it?'), ['1:1 meetings']);
  const post = aPost([], {
    annotations: [annotation],
    published: '2015-01-09T23:30:00-05:00',
    labels: ['management'],
  });
  expect(toMarkdown([post], options)).toBe(`---
title: "A post"
source: "https://www.elidedbranches.com/2015/01/a-post.html"
published: "2015-01-09"
labels:
  - "management"
tags:
  - "1-1-meetings"
---

# [A post](https://www.elidedbranches.com/2015/01/a-post.html)

> [!quote]
>
> It was fine.

[Open in the post](https://www.elidedbranches.com/2015/01/a-post.html) · #1-1-meetings

Was it?

^019a0000-0000-7000-8000-000000000000
`);
});

test('any title and labels are read back from the properties as they were', () => {
  fc.assert(
    fc.property(nasty, fc.array(nasty, { maxLength: 3 }), (title, labels) => {
      const markdown = toMarkdown([aPost(['x'], { title, labels })], options);
      const [, properties = ''] = markdown.split('---\n');
      const read = parse(properties) as Record<string, unknown>;
      const lines = labels.map(toLine).filter(Boolean);
      expect(read.title ?? '').toBe(toLine(title));
      expect(read.labels ?? []).toEqual(lines);
      expect(properties).not.toMatch(/<%|%>|\{\{|\}\}|%%/);
    }),
    { numRuns: 1000 },
  );
});

test('any passage is read back from its callout as it was', () => {
  fc.assert(
    fc.property(nasty, (passage) => {
      const [quote = ''] = gfmPassagesIn(toMarkdown([aPost([passage])], options));
      expect(quote.replace(/^\[!quote\](?:\n\n)?/, '')).toBe(toHoldable(passage));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['leadership', 'leadership'],
  ['1:1 meetings', '1-1-meetings'],
  ['team/health', 'team/health'],
  ['über uns', 'über-uns'],
  ['2015', '_2015'],
  ['!?', undefined],
])('the tag %j is one Obsidian can read', (tag, written) => {
  expect(toObsidianTag(tag)).toBe(written);
});

test('an action keeps its id behind its task', () => {
  const action = withNote(withKind(anAnnotation('Try.'), 'action'), 'Do it.');
  const markdown = toMarkdown([aPost([], { annotations: [action] })], options);
  expect(markdown).toMatch(/- \[ \] Do it\.[\s\S]*\n\n\^019a0000-0000-7000-8000-000000000000\n$/);
});

function toLine(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim();
}
