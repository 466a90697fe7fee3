import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import {
  asDeleted,
  withAction,
  withKind,
  withNote,
  withTags,
} from '../../../lib/annotation/changes.ts';
import { targetOfPost } from '../../../lib/annotation/target.ts';
import { toMarkdown, writePieces } from '../../../lib/markdown/document.ts';
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

[Open in the post](${permalink})

Was *it*?

> It was not.

[Open in the post](${permalink})
`);
});

test('several posts stand in one document, each under a heading of its own', () => {
  const posts = [aPost(['One.']), aPost(['Two.'], { title: 'Another' })];
  expect(toMarkdown(posts, { exported: new Date('2026-02-03T10:00:00Z') })).toBe(`# Reading notes

## [A post](${permalink})

> One.

[Open in the post](${permalink})

## [Another](${permalink})

> Two.

[Open in the post](${permalink})

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
        if (children.length === 4) {
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

describe('the kinds of note', () => {
  const action = withNote(
    withKind(anAnnotation('Try this.'), 'action'),
    'Ask at the next *retro*.\n\nAnd then?',
  );

  test('an action is a task, with the passage it came from', () => {
    const due = withAction(withTags(action, ['team']), { due: '2026-12-01' });
    expect(passagesAndNotes([due])).toBe(`- [ ] Ask at the next *retro*.

  > Try this.

  [Open in the post](${permalink}) · due 2026-12-01 · \\#team

  And then?
`);
  });

  test('an action that is done is ticked off', () => {
    const done = withAction(action, { done: '2026-11-24T10:00:00.000Z' });
    expect(passagesAndNotes([done])).toContain('- [x] Ask at the next *retro*.');
  });

  test('an action without words begins with those of its passage', () => {
    const mute = withKind(anAnnotation(`${'word '.repeat(30)}end`), 'action');
    expect(passagesAndNotes([mute])).toMatch(/^- \[ \] (?:word )+word…\n/);
  });

  test('questions are gathered under a heading of their own, behind the rest', () => {
    const question = withNote(withKind(anAnnotation('Why?'), 'question'), 'Ask Monday.');
    const markdown = passagesAndNotes([question, anAnnotation('Because.')]);
    expect(markdown.replaceAll(/\[Open[^\n]*\n\n/g, '')).toBe(`> Because.

## Questions

> Why?

Ask Monday.
`);
  });

  test('a note on the whole post stands without a passage', () => {
    const whole = {
      ...withNote(anAnnotation('x'), 'Read again.'),
      target: targetOfPost(permalink),
    };
    expect(passagesAndNotes([whole])).toBe('Read again.\n');
  });
});

test('a passage links to where it stands, if that can be told for certain', () => {
  const text = 'It was remarkably fine.\n\nIt was not.';
  const markdown = toMarkdown([aPost(['remarkably fine.'], { text })], {});
  expect(markdown).toContain(`](${permalink}#:~:text=was-,remarkably%20fine.,-It)`);
  expect(toMarkdown([aPost(['Gone.'], { text })], {})).toContain(`](${permalink})`);
});

test('the parts of a document are known by their annotations', () => {
  const pieces = Array.from(writePieces([aPost(['One.', 'Two.'])], {}));
  expect(pieces.map(({ id }) => id !== undefined)).toEqual([false, true, true]);
});

/** What is written of these annotations, without the heading of their post. */
function passagesAndNotes(annotations: readonly Annotation[]): string {
  return toMarkdown([aPost([], { annotations })], {}).replace(/^.*\n\n/, '');
}
