import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { asDeleted } from '../../../lib/annotation/changes.ts';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { nasty } from './nasty.ts';
import { anAnnotation, aPost, passagesIn } from './read.ts';

const permalink = 'https://www.elidedbranches.com/2015/01/a-post.html';

test('a post is written with its title, its day and labels, its passages and their notes', () => {
  const post = aPost([['It was fine.', 'Was *it*?'], 'It was not.'], {
    published: '2015-01-09T23:30:00-05:00',
    labels: ['management', 'one-on-ones'],
  });
  expect(toMarkdown([post], {})).toBe(`# [A post](${permalink})

2015-01-09 · management, one-on-ones

> It was fine.

Was *it*?

> It was not.
`);
});

test('several posts stand in one document, each under a heading of its own', () => {
  const posts = [aPost(['One.']), aPost(['Two.'], { title: 'Another' })];
  expect(toMarkdown(posts, { exported: new Date('2026-02-03T10:00:00Z') })).toBe(`# Reading notes

## [A post](${permalink})

> One.

## [Another](${permalink})

> Two.

Exported 2026-02-03
`);
});

test('without posts there is nothing to write', () => {
  expect(toMarkdown([], {})).toBe('');
});

test('deleted annotations are left out', () => {
  const annotations = [anAnnotation('Kept.'), asDeleted(anAnnotation('Gone.', 'A note.'))];
  const markdown = toMarkdown([aPost([], { annotations })], {});
  expect(passagesIn(markdown)).toEqual(['Kept.']);
  expect(markdown).not.toContain('note');
});

test('annotations stay in the order given', () => {
  expect(passagesIn(toMarkdown([aPost(['b', 'c', 'a'])], {}))).toEqual(['b', 'c', 'a']);
});

test('a date that is none is left out', () => {
  expect(toMarkdown([aPost(['a'], { published: 'last spring' })], {})).not.toContain('spring');
});

describe('any title and labels', () => {
  test('stand on one line each, and the title links to the post', () => {
    fc.assert(
      fc.property(nasty, fc.array(nasty, { maxLength: 3 }), (title, labels) => {
        const { children } = fromMarkdown(toMarkdown([aPost(['PASSAGE'], { title, labels })], {}));
        const text = toLine(title) || permalink;
        expect(children[0]).toMatchObject({
          type: 'heading',
          depth: 1,
          children: [{ type: 'link', url: permalink, children: [{ type: 'text', value: text }] }],
        });
        const details = labels.map(toLine).filter(Boolean).join(', ');
        if (children.length === 3) {
          expect(children[1]).toMatchObject({ children: [{ type: 'text', value: details }] });
        } else {
          expect(details).toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['[a] *b* _c_', 'C#', '# no', 'two\nlines', '](/x)', '<b>', '`a`', '1. a'])(
    '%j is safe',
    (title) => {
      const { children } = fromMarkdown(toMarkdown([aPost([], { title })], {}));
      expect(children).toHaveLength(1);
    },
  );
});

function toLine(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim();
}
