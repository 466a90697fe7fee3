import { expect, test } from 'vitest';
import { withoutMarks } from '../../../lib/annotation/without-marks.ts';

test.each([
  ['Exactly. **Pay as I go:** same day', 'Exactly. Pay as I go: same day'],
  ['*this*, ***that*** and ~~those~~ of `theirs`', 'this, that and those of theirs'],
  ['see [the post](https://www.elidedbranches.com/a_b.html)', 'see the post'],
])('tells %s by its words', (markdown, words) => {
  expect(withoutMarks(markdown)).toBe(words);
});

test.each(['2**3 * 4', 'snake_case', '* one\n* two', '- one\n\n1. two', 'a [bracket] (and more)'])(
  'leaves %s as it was typed',
  (typed) => {
    expect(withoutMarks(typed)).toBe(typed);
  },
);
