import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnnotation, tagsOf } from '../../../lib/annotation/annotation.ts';
import { withTags } from '../../../lib/annotation/changes.ts';
import { withoutTag, withTagRenamed, withTagsAdded } from '../../../lib/annotation/tag-changes.ts';
import { tagKeyOf } from '../../../lib/annotation/tags.ts';
import { TARGET } from './target.ts';

const tagged = (...tags: string[]) => withTags(createAnnotation(TARGET), tags);

test('tags are added behind those there are, each once', () => {
  expect(tagsOf(withTagsAdded(tagged('a', 'b'), ['B', 'c']))).toEqual(['a', 'b', 'c']);
  const one = tagged('a');
  expect(withTagsAdded(one, ['A'])).toBe(one);
});

test('a tag is taken away however it is written', () => {
  expect(tagsOf(withoutTag(tagged('Hiring', 'b'), 'hiring'))).toEqual(['b']);
  const one = tagged('a');
  expect(withoutTag(one, 'b')).toBe(one);
});

test('a renamed tag stays in its place, and becomes one with a tag of that name', () => {
  expect(tagsOf(withTagRenamed(tagged('a', 'b', 'c'), 'B', 'x'))).toEqual(['a', 'x', 'c']);
  expect(tagsOf(withTagRenamed(tagged('a', 'b', 'c'), 'c', 'A'))).toEqual(['A', 'b']);
  expect(tagsOf(withTagRenamed(tagged('hiring'), 'hiring', 'Hiring'))).toEqual(['Hiring']);
  const one = tagged('a');
  expect(withTagRenamed(one, 'b', 'a')).toBe(one);
});

test('whatever it is renamed to, the old tag is gone, the new one there, and no other is lost', () => {
  const tag = fc.constantFrom('a', 'A', 'b', 'B', 'c');
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1 }), tag, tag, (tags, old, name) => {
      const before = tagsOf(tagged(...tags)).map(tagKeyOf);
      const after = tagsOf(withTagRenamed(tagged(...tags), old, name)).map(tagKeyOf);
      const expected = before.map((one) => (one === tagKeyOf(old) ? tagKeyOf(name) : one));
      expect(new Set(after)).toEqual(new Set(expected));
      expect(new Set(after).size).toBe(after.length);
    }),
  );
});
