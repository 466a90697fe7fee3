import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsOf } from '../../../lib/annotation/tag-completion.ts';
import { tagKeyOf } from '../../../lib/annotation/tags.ts';

const KNOWN = ['hiring', 'one-on-ones', 'career ladders', 'Ladders', 'on call'];

test('what begins with it comes before what has a later word that does, in the order known', () => {
  expect(completionsOf('la', KNOWN)).toEqual(['Ladders', 'career ladders']);
  expect(completionsOf('on', KNOWN)).toEqual(['one-on-ones', 'on call']);
});

test('capitals, and the # that people type, make no difference', () => {
  expect(completionsOf(' #HIR', KNOWN)).toEqual(['hiring']);
});

test('nothing typed completes to nothing', () => {
  expect(completionsOf('', KNOWN)).toEqual([]);
  expect(completionsOf(' # ', KNOWN)).toEqual([]);
});

test('the inside of a word is not what one remembers a tag by', () => {
  expect(completionsOf('ring', KNOWN)).toEqual([]);
});

test('tags that are taken are not offered again', () => {
  expect(completionsOf('la', KNOWN, ['LADDERS'])).toEqual(['career ladders']);
});

test('every completion is a known tag with the typed letters, and there are eight at most', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', '-'), minLength: 1 });
  fc.assert(
    fc.property(word, fc.array(word), (typed, known) => {
      const completions = completionsOf(typed, known);
      expect(completions.length).toBeLessThanOrEqual(8);
      for (const tag of completions) {
        expect(known).toContain(tag);
        expect(tagKeyOf(tag)).toContain(tagKeyOf(typed.trim()));
      }
    }),
  );
});
