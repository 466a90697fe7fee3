import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAction, withKind, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { nasty } from './nasty.ts';
import { anAnnotation, aPost } from './read.ts';

const options = { flavour: 'logseq' } as const;

test('a post is a page with properties, and its passages are blocks with their notes below', () => {
  const annotation = withTags(withNote(anAnnotation('It was fine.\n\nIt was not.'), 'Was it?'), [
    'one-on-ones',
  ]);
  const post = aPost([], { annotations: [annotation], labels: ['management'] });
  expect(toMarkdown([post], options)).toBe(`title:: A post
source:: https://www.elidedbranches.com/2015/01/a-post.html
tags:: [[management]]

- > It was fine.
  >
  > It was not.
  link:: [Open in the post](https://www.elidedbranches.com/2015/01/a-post.html)
  tags:: [[one-on-ones]]
  waymark-id:: 019a0000-0000-7000-8000-000000000000
\t- Was it?
`);
});

test('an action is to be done by its day, and has its passage below', () => {
  const action = withAction(withNote(withKind(anAnnotation('Try.'), 'action'), 'Do it.'), {
    due: '2026-12-01',
  });
  const markdown = toMarkdown([aPost([], { annotations: [action] })], options);
  expect(markdown).toContain('- TODO Do it.\n  DEADLINE: <2026-12-01 Tue>\n  link::');
  expect(markdown).toContain('\n\t- > Try.\n');
});

test('no line of any passage or note leaves the outline', () => {
  fc.assert(
    fc.property(nasty, nasty, (passage, note) => {
      const markdown = toMarkdown([aPost([[passage, note]])], options);
      const [, ...body] = markdown.split('\n- ');
      for (const line of body.join('\n- ').split('\n').slice(1)) {
        expect(line).toMatch(/^$|^\t*(?:- | {2})/);
      }
    }),
    { numRuns: 1000 },
  );
});
