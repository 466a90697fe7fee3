import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_TAG, MOST_TAGS, tagKeyOf, toTag, toTags } from '../../../lib/annotation/tags.ts';

test.each([
  ['hiring', 'hiring'],
  ['  #hiring ', 'hiring'],
  ['# # career\n  ladders', 'career ladders'],
  ['C#', 'C#'],
  ['re\u0301sume\u0301', 'résumé'],
  ['', undefined],
  [' \t#', undefined],
])('%j is kept as %j', (typed, tag) => {
  expect(toTag(typed)).toBe(tag);
});

test('a tag that is a paragraph is cut', () => {
  expect(toTag('x'.repeat(LONGEST_TAG + 1))).toHaveLength(LONGEST_TAG);
});

test('a tag stays as it is when it is kept again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const tag = toTag(typed);
      if (tag !== undefined) expect(toTag(tag)).toBe(tag);
    }),
  );
});

test('each tag is there once, as it was first written, in the order given', () => {
  expect(toTags(['Hiring', 'b', '#HIRING', '', 'a', 'B'])).toEqual(['Hiring', 'b', 'a']);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'aAb #') })), (typed) => {
      const keys = toTags(typed).map(tagKeyOf);
      expect(new Set(keys).size).toBe(keys.length);
      expect(toTags(toTags(typed))).toEqual(toTags(typed));
    }),
  );
});

test('no annotation has more tags than it may', () => {
  const many = Array.from({ length: MOST_TAGS + 1 }, (_, index) => `tag ${index}`);
  expect(toTags(many)).toEqual(many.slice(0, MOST_TAGS));
});
