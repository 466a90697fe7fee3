import fc from 'fast-check';
import type { Heading, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { nasty } from './nasty.ts';
import { aPost, anAnnotation, wordsOf } from './read.ts';

/** The blocks of a note as they come back: what stands between two passages. */
function blocksOf(note: string): RootContent[] {
  const markdown = toMarkdown([aPost([['PASSAGE', note], 'PASSAGE'])], {});
  const { children } = fromMarkdown(markdown);
  return children.slice(2, -1);
}

/** What of a note comes back as Markdown. */
function written(note: string): string {
  const markdown = toMarkdown([aPost([['PASSAGE', note]])], {});
  return markdown.slice(markdown.indexOf('> PASSAGE') + '> PASSAGE'.length).trim();
}

const NOTE_PIECES = ['**', '*', '_', '`', 'a', ' b ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '    ', '\t', '[a](/b)', '<b>', '</b>', '[x]', '\n[x]: /y "t"\n', '![i](/j)', '```\n', '---\n', '===\n', '<!--', '<div>\n', '\\', '&amp;', '<http://a.b>', '*c*', '**d**', '`e`'];
const note = fc.oneof(
  nasty,
  fc.array(fc.constantFrom(...NOTE_PIECES), { maxLength: 12 }).map((all) => all.join('')),
);

describe('any note', () => {
  test('keeps its words', () => {
    fc.assert(
      fc.property(note, (value) => {
        const typed = fromMarkdown(value.toWellFormed().replaceAll('\0', '\ufffd'));
        expect(wordsOf(...blocksOf(value))).toBe(wordsOf(typed));
      }),
      { numRuns: 5000 },
    );
  });
});
