import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWithOffsets } from '../../../lib/search/fold.ts';

test.each([
  ['Élan VITAL', 'elan vital'],
  ['naïve façade', 'naive facade'],
  ['Straße, Ångström, Łódź, œuvre', 'strasse, angstrom, lodz, oeuvre'],
  ['“Don’t” – or — do…', '"don\'t" - or - do...'],
  ['one\n\n  two\tthree four', 'one two three four'],
  ['ﬁne ＡＢＣ', 'fine abc'],
  ['İstanbul', 'istanbul'],
  ['日本語 русский', '日本語 русскии'],
])('%j is compared as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

const text = fc.string({ unit: 'binary' });

test('a sign that is another one raised is that one', () => {
  expect(foldText('10⁻³')).toBe('10-3');
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(foldText(foldText(one))).toBe(foldText(one));
    }),
  );
});

test('capitals never make a difference', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aäßøÉçÑœŁ ıx') });
  fc.assert(
    fc.property(letters, (one) => {
      expect(foldText(one.toUpperCase())).toBe(foldText(one));
    }),
  );
});

test('what is marked is folded as what is searched is, in the words that people write', () => {
  const unit = fc.constantFrom(...'aB éÉü\n \t—’…ﬁ', 'e\u0301', '🙂');
  fc.assert(
    fc.property(fc.string({ unit }), (one) => {
      const { text, offsets } = foldWithOffsets(one);
      expect(text).toBe(foldText(one));
      expect(offsets).toHaveLength(text.length + 1);
      expect(offsets.toSorted((a, b) => a - b)).toEqual(offsets);
    }),
  );
});
