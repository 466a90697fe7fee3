import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { toHoldable } from '../../../lib/markdown/passage.ts';
import { nasty } from './nasty.ts';
import { aPost, gfmPassagesIn, passagesIn } from './read.ts';

const RUNS = { numRuns: 3000 };

test('any passage is read back as it was, paragraphs and line breaks included', () => {
  fc.assert(
    fc.property(nasty, (passage) => {
      expect(passagesIn(toMarkdown([aPost([passage])], {}))).toEqual([toHoldable(passage)]);
    }),
    RUNS,
  );
});

test('any passage is read back as it was by GFM, too', () => {
  fc.assert(
    fc.property(nasty, (passage) => {
      expect(gfmPassagesIn(toMarkdown([aPost([passage])], {}))).toEqual([toHoldable(passage)]);
    }),
    RUNS,
  );
});

test('passages do not run into each other, nor into notes', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 2, maxLength: 4 }), (passages) => {
      const holdable = passages.map(toHoldable);
      expect(passagesIn(toMarkdown([aPost(passages)], {}))).toEqual(holdable);
      const noted = aPost(passages.map((passage) => [passage, 'A note.'] as const));
      expect(passagesIn(toMarkdown([noted], {}))).toEqual(holdable);
    }),
    { numRuns: 500 },
  );
});

test('a passage is changed only in what CommonMark cannot hold', () => {
  expect(toHoldable('a\r\nb\rc')).toBe('a\nb\nc');
  expect(toHoldable('\n\na\n\n\n\nb\n')).toBe('a\n\nb');
  expect(toHoldable('nul \0, half \ud800')).toBe('nul \ufffd, half \ufffd');
  const held = ' a  b \t\n\u00a0c\u200b \n\n \n\n# `*_<b>&amp;\\';
  expect(toHoldable(held)).toBe(held);
});

test.each([
  ['an ordinary passage', 'It was fine.\n\nIt was not.', '> It was fine.\n>\n> It was not.'],
  ['a line break', 'one\ntwo', '> one\\\n> two'],
  ['a heading to be', '# one', '> \\# one'],
  ['a numbered start', '1. one', '> 1\\. one'],
  ['a word with underscores', 'snake_case_name', '> snake_case_name'],
])('%s is written plainly', (_, passage, quote) => {
  expect(toMarkdown([aPost([passage])], {})).toContain(`\n\n${quote}\n`);
});
