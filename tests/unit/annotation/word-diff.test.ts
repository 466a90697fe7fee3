import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffPart, diffWords } from '../../../lib/annotation/word-diff.ts';

/** The difference on one line: `-deleted-`, `+inserted+`. */
function diff(before: string, after: string): string {
  const mark = { same: '', deleted: '-', inserted: '+' };
  return diffWords(before, after)
    .map(({ kind, text }) => `${mark[kind]}${text}${mark[kind]}`)
    .join('');
}

test.each([
  ['a word replaced', 'the old words', 'the new words', 'the -old-+new+ words'],
  ['a word added', 'the words', 'the new words', 'the +new +words'],
  ['a word dropped', 'the very words', 'the words', 'the -very -words'],
  ['punctuation', 'Yes, it is.', 'Yes; it is!', 'Yes-,-+;+ it is-.-+!+'],
  ['a phrase, as one change', 'one two three four', 'one 2 3 four', 'one -two three-+2 3+ four'],
  ['a changed phrase without the space after it', 'a b c d', 'a e f c d', 'a -b-+e f+ c d'],
  ['words exchanged for fewer', 'go on and run far', 'go far', 'go -on and run -far'],
  ['an apostrophe is part of its word', "it isn't so", 'it is so', "it -isn't-+is+ so"],
  ['everything', 'one', 'two', '-one-+two+'],
  ['nothing', 'the same\n\nwords', 'the same\n\nwords', 'the same\n\nwords'],
  ['white space is not wording', 'two\n\nparagraphs', 'two paragraphs', 'two paragraphs'],
])('shows %s', (_, before, after, shown) => {
  expect(diff(before, after)).toBe(shown);
});

const sentence = fc
  .array(fc.constantFrom('a', 'b', 'c', 'not', 'now', "isn't"), { maxLength: 12 })
  .map((words) => words.join(' '));
const text = fc.oneof(sentence, fc.string({ unit: 'binary' }));
const only = (parts: readonly DiffPart[], kind: 'deleted' | 'inserted') =>
  parts.flatMap((part) => (part.kind === 'same' || part.kind === kind ? [part.text] : [])).join('');
const squash = (words: string) => words.replace(/\s+/g, ' ');

test('what is not deleted is the new wording, and what is not inserted the old one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      expect(only(parts, 'inserted')).toBe(after);
      expect(squash(only(parts, 'deleted'))).toBe(squash(before));
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

test('what a text has in common with itself is all of it', () => {
  fc.assert(
    fc.property(text, (words) => {
      expect(diffWords(words, words).every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('a text too long to compare is still shown, beginning and end apart, and at once', () => {
  const words = (word: string) => Array.from({ length: 3000 }, (_, at) => word + at).join(' ');
  const started = performance.now();
  const parts = diffWords(`Same. ${words('a')} End.`, `Same. ${words('b')} End.`);
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'deleted', 'inserted', 'same']);
  expect(performance.now() - started).toBeLessThan(1000);
});
