import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../lib/search/fold.ts';
import { marksIn } from '../../../lib/search/marks.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';

const marked = (text: string, query: string) =>
  marksIn(text, parseQuery(query)).map(({ start, end }) => text.slice(start, end));

test('marks every word and phrase where it stands, as it is written there', () => {
  expect(marked('Leaders lead. A LEADER leads “the team”.', 'lead "the team"')).toEqual([
    'Lead',
    'lead',
    'LEAD',
    'lead',
    'the team',
  ]);
});

test('marks whole characters, accents and all', () => {
  expect(marked('re\u0301sume\u0301 🙂 ﬁne', 'resume')).toEqual(['re\u0301sume\u0301']);
  expect(marked('ﬁne', 'f')).toEqual(['ﬁ']);
  expect(marked('Straße', 'ras')).toEqual(['raß']);
});

test('joins marks that overlap', () => {
  expect(marked('management', 'manage gem agement')).toEqual(['management']);
});

test('marks nothing of what is not wanted, nor of operators', () => {
  expect(marked('tag tagged', '-tagged tag:tag')).toEqual([]);
});

test('marks a phrase across a line that the reader sees as a space', () => {
  expect(marked('one\n\ntwo', '"one two"')).toEqual(['one\n\ntwo']);
});

test('what is marked folds to something with the word in it, in order, without overlap', () => {
  const unit = fc.constantFrom(...'aAbÁ ’ß\n', 'a\u0301', '🙂');
  fc.assert(
    fc.property(
      fc.string({ unit }),
      fc.string({ unit: fc.constantFrom(...'ab s') }),
      (text, word) => {
        const query = parseQuery(`"${word}"`);
        let last = -1;
        for (const { start, end } of marksIn(text, query)) {
          expect(start).toBeGreaterThan(last);
          expect(foldText(text.slice(start, end))).toContain(foldText(word).trim());
          last = end - 1;
        }
      },
    ),
  );
});
