import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../lib/anchoring/fold.ts';

/** Text rich in what folding touches. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '\u00a0', '\t', '\n', '-', '\u2014', '\u2019', '\u201c', '\u2026'),
      fc.constantFrom(
        '\u00ad',
        '\u200b',
        '\ufeff',
        '\u200d',
        '\u2029',
        'e',
        'a',
        '\u0301',
        '\u0323',
      ),
      fc.constantFrom('\u1112', '\u1161', '\u11ab', '\u212b', '🌱', '\ud83c', '\u202f'),
      fc.string({ maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['a  b\n\tc', 'a b c'],
  ['a\u00a0b\u202fc', 'a b c'],
  ['a \u200b b', 'a b'],
  ['it\u2019s \u201cso\u201d', 'it\'s "so"'],
  ['pages 3\u20135\u2014no, 6', 'pages 3-5-no, 6'],
  ['hands -- it', 'hands - it'],
  ['hands \u2014 it', 'hands - it'],
  ['wait\u2026', 'wait...'],
  ['man\u00adage\u200bment\ufeff', 'management'],
  ['cafe\u0301', 'caf\u00e9'],
])('%j is folded to %j', (source, folded) => {
  expect(fold(source).text).toBe(folded);
});

test('folding a folded text changes nothing', () => {
  fc.assert(
    fc.property(text, (source) => {
      const once = fold(source).text;
      expect(fold(once).text).toBe(once);
    }),
  );
});

test('folded text is in Normalization Form C and has no run of spaces', () => {
  fc.assert(
    fc.property(text, (source) => {
      const folded = fold(source).text;
      expect(folded).toBe(folded.normalize('NFC'));
      expect(folded).not.toMatch(/[^\S ]| {2}|[\u2018-\u201f\u2010-\u2015\u2026\u00ad\u200b]/);
    }),
  );
});

test('marks that are put in order lead back to all of them', () => {
  const folded = fold('a\u0301\u0323');
  expect(folded.text).toBe('\u1ea1\u0301');
  expect(folded.sourceSpanOf({ start: 1, end: 2 })).toEqual({ start: 0, end: 3 });
});

test('a stretch of folded text leads to source that folds to it, and back', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
      const folded = fold(source);
      fc.pre(folded.text.length > 0);
      const start = a % folded.text.length;
      const end = start + 1 + (b % (folded.text.length - start));
      const stretch = folded.text.slice(start, end);
      const span = folded.sourceSpanOf({ start, end });
      expect(fold(source.slice(span.start, span.end)).text).toContain(stretch.trim());
      const back = folded.foldedSpanOf(span);
      expect(back.start).toBeLessThanOrEqual(start);
      expect(back.end).toBeGreaterThanOrEqual(end);
    }),
  );
});

test('marks without end and text of many pieces are folded', () => {
  expect(fold('\u2019 '.repeat(50_000)).text).toHaveLength(100_000);
  expect(fold('\u0301'.repeat(50_000)).text.length).toBeGreaterThan(0);
});

/** What folding is, one rule after the other over the whole text, without any way back. */
function foldPlainly(source: string): string {
  return source
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[-\u2010-\u2015\u2212]+/g, '-')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replaceAll('\u2026', '...');
}

test('the quick ways of folding give what the rules say, whatever stands next to what', () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(fold(source).text).toBe(foldPlainly(source));
    }),
    { numRuns: 3000 },
  );
});

test('a text that nothing changes is the same in folded and source, to the offset', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z.,']+( [a-z.,']+)*$/), (source) => {
      const folded = fold(source);
      const span = { start: 0, end: source.length };
      expect(folded.text).toBe(source);
      expect(folded.sourceSpanOf(span)).toEqual(span);
      expect(folded.foldedSpanOf(span)).toEqual(span);
    }),
  );
});
