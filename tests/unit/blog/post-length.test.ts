import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, toMinutes } from '../../../lib/blog/post-length.ts';

test('a text has as many words as it has stretches between white space', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé’–-]{1,9}$/), { maxLength: 30 }),
      fc.constantFrom(' ', '\n\n', '\t ', '\u00a0'),
      (words, space) => {
        expect(countWords(space + words.join(space) + space)).toBe(words.length);
      },
    ),
  );
});

test('a thousand words take four minutes, and even the shortest post takes one', () => {
  expect(toMinutes(1000)).toBe(4);
  expect(toMinutes(2380)).toBe(10);
  expect(toMinutes(12)).toBe(1);
  expect(toMinutes(0)).toBe(1);
});
