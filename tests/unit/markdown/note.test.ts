import fc from 'fast-check';
import type { Heading, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { parseNote } from '../../../lib/markdown/parse-note.ts';
import { nasty } from './nasty.ts';
import { aPost, passagesIn, wordsOf } from './read.ts';

/** The blocks of a note as they come back: between a passage's link and the next passage. */
function blocksOf(note: string): RootContent[] {
  const markdown = toMarkdown([aPost([['PASSAGE', note], 'PASSAGE'])], {});
  const { children } = parseNote(markdown);
  return children.slice(3, -2);
}

/** What of a note comes back as Markdown. */
function written(note: string): string {
  const markdown = toMarkdown([aPost([['PASSAGE', note]])], {});
  const link = markdown.indexOf('[Open');
  return markdown.slice(markdown.indexOf('\n', link)).trim();
}

/** Pieces of Markdown, whole and broken. */
const PIECES = [
  ...['**', '*', '_', '`', 'a', ' b ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '    ', '\t', '<b>'],
  ...['</b>', '[a](/b)', '[x]', '\n[x]: /y "t"\n', '![i](/j)', '```\n', '---\n', '===\n', '<!--'],
  ...['<div>\n', '\\', '&amp;', '<http://a.b>', '*c*', '**d**', '`e`'],
];
const anyNote = fc.oneof(
  nasty,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
);

describe('any note', () => {
  test('keeps its words', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const typed = parseNote(note.toWellFormed().replaceAll('\0', '\ufffd'));
        expect(wordsOf(...blocksOf(note))).toBe(wordsOf(typed));
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves every heading of it below the heading of the post', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { minLength: 2, maxLength: 3 }), (notes) => {
        const posts = notes.map((note) => aPost([['PASSAGE', note]]));
        const headings = fromMarkdown(toMarkdown(posts, {})).children.filter(isHeading);
        expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
        expect(headings.filter(({ depth }) => depth === 2)).toHaveLength(posts.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a note', () => {
  test.each([
    [
      'emphasis, code and links',
      'Be *kind*, **always**, with `code` and [a link](https://a.example "t").',
    ],
    ['a list', '- one\n- two\n  - three'],
    ['a numbered list', '1. one\n2. two'],
    ['a block of code', '```js\nif (a < b) c();\n```'],
    ['a block quote', '> Not mine.'],
    ['a line break', 'one\\\ntwo'],
    ['an address', '<https://a.example/b_c>'],
    ['an address of mail', '<reader@mail.example>'],
    ['an address of mail that only GFM reads', '[a@b.example_c](mailto:a@b.example_c)'],
    ['something struck out', 'not ~~this~~'],
    ['a list of tasks', '- [ ] one\n- [x] two'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['spaces in a table', '| &#x20;a&#x20; |\n| ------------- |\n| b *c*         |'],
  ])('with %s is written as it was typed', (_, note) => {
    expect(written(note)).toBe(note);
  });

  test.each([
    ['# One\n\n## Two', '## One\n\n### Two'],
    ['One\n===', '## One'],
    ['###### Six', '###### Six'],
  ])('%j has its headings lowered', (note, lowered) => {
    expect(written(note)).toBe(lowered);
  });

  test('shows the tags that were typed in it, and runs none', () => {
    expect(blocksOf('A List<String> and <b>that</b>.')).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', value: 'A List<String> and <b>that</b>.' }] },
    ]);
    expect(blocksOf('<!-- never closed')).toMatchObject([
      { type: 'code', lang: 'html', value: '<!-- never closed' },
    ]);
  });

  test('keeps its own links when another note defines the same label', () => {
    const markdown = toMarkdown(
      [
        aPost([
          ['PASSAGE', 'See [1].\n\n[1]: /mine'],
          ['PASSAGE', 'See [1].\n\n[1]: /other "t"'],
        ]),
      ],
      {},
    );
    expect(markdown).toContain('See [1](/mine).');
    expect(markdown).toContain('See [1](/other "t").');
    expect(markdown).not.toContain(']:');
  });

  test('does not lend its links to the passages around it', () => {
    const markdown = toMarkdown([aPost([['See [1].', '[1]: /mine']])], {});
    expect(passagesIn(markdown)).toEqual(['See [1].']);
  });

  test('of white space adds nothing', () => {
    expect(toMarkdown([aPost([['PASSAGE', ' \n\t\n']])], {})).toBe(
      toMarkdown([aPost(['PASSAGE'])], {}),
    );
  });

  test('nested beyond all sense is shown as it was typed', () => {
    const note = `${'> '.repeat(500)}deep`;
    expect(blocksOf(note)).toMatchObject([{ type: 'code', value: note }]);
  });
});

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading';
}
