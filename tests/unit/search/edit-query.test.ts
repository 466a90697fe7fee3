import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasValue, valuesOf, withValue } from '../../../lib/search/edit-query.ts';

test('a filter is written at the end of what was typed', () => {
  expect(withValue('"two words" -x', 'tag', 'Career ladders')).toBe(
    '"two words" -x tag:"Career ladders"',
  );
  expect(withValue('', 'colour', 'green')).toBe('colour:green');
  expect(withValue('', 'colour', 'try this')).toBe('colour:"try this"');
});

test('another value takes the place of the first, and none takes it away', () => {
  expect(withValue('a kind:action b', 'kind', 'question')).toBe('a b kind:question');
  expect(withValue('a color:green b', 'colour')).toBe('a b');
});

test('what the reader excluded stays excluded', () => {
  expect(withValue('-tag:x tag:y', 'tag')).toBe('-tag:x');
  expect(valuesOf('-tag:x tag:y', 'tag')).toEqual(['y']);
});

test('what was written is there, and no longer when it is taken away', () => {
  const query = fc.string({ unit: fc.constantFrom(...'ab "-:', 'tag:') });
  const value = fc.string({ unit: fc.constantFrom(...'aB é-'), minLength: 1 });
  fc.assert(
    fc.property(query, value, (text, tag) => {
      fc.pre(tag.trim() !== '');
      const balanced = withValue(text, 'tag').replaceAll('"', '');
      const written = withValue(balanced, 'tag', tag);
      expect(hasValue(written, 'tag', tag.trim())).toBe(true);
      expect(valuesOf(withValue(written, 'tag'), 'tag')).toEqual([]);
    }),
  );
});
