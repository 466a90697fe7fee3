import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { tokensOf, toToken } from '../../../lib/search/tokens.ts';

const clausesOf = (text: string) => parseQuery(text).clauses;
const hintsOf = (text: string) => parseQuery(text).hints.map(({ reason }) => reason);

test('no text is an error, and what is not understood has a hint', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab: "-:tagis/0') }), (text) => {
      const { clauses, hints } = parseQuery(text);
      for (const { source } of hints) expect(text).toContain(source);
      for (const clause of clauses) expect(clause.isNegated).toBeTypeOf('boolean');
    }),
  );
});

describe('words', () => {
  test('are each looked for, folded; a phrase is looked for as it stands', () => {
    expect(clausesOf('Élan “One On  One” x')).toEqual([
      { by: 'text', text: 'elan', isPhrase: false, isNegated: false },
      { by: 'text', text: 'one on one', isPhrase: true, isNegated: false },
      { by: 'text', text: 'x', isPhrase: false, isNegated: false },
    ]);
  });

  test('with a minus sign are not wanted; a hyphen inside a word is a hyphen', () => {
    expect(clausesOf('-hiring -"two words" one-on-one')).toMatchObject([
      { text: 'hiring', isNegated: true },
      { text: 'two words', isNegated: true },
      { text: 'one-on-one', isNegated: false },
    ]);
    expect(clausesOf('-')).toEqual([]);
  });

  test('a phrase that is still being typed reaches to the end', () => {
    expect(clausesOf('"manage your')).toMatchObject([{ text: 'manage your', isPhrase: true }]);
  });

  test('that only look like operators are looked for, with a hint, addresses without', () => {
    expect(clausesOf('author:me')).toMatchObject([{ by: 'text', text: 'author:me' }]);
    expect(hintsOf('author:me')).toEqual(['unknown-operator']);
    expect(clausesOf('https://example.org 12:30')).toHaveLength(2);
    expect(hintsOf('https://example.org 12:30')).toEqual([]);
  });
});

describe('operators', () => {
  test.each([
    ['tag:Lead', { by: 'tag', name: 'lead', isExact: false }],
    ['tag:#Lead', { by: 'tag', name: 'lead' }],
    ['TAG:"Career ladders"', { by: 'tag', name: 'career ladders', isExact: true }],
    ['-tag:x', { by: 'tag', isNegated: true }],
    ['label:management', { by: 'label', name: 'management' }],
    ['colour:green', { by: 'colour', colours: ['green'] }],
    ['color:p', { by: 'colour', colours: ['pink', 'purple'] }],
    ['kind:question', { by: 'kind', kinds: ['question'] }],
    ['is:orphan', { by: 'is', state: 'orphan' }],
    ['is:OPEN', { by: 'is', state: 'open' }],
    ['-is:done', { by: 'is', state: 'done', isNegated: true }],
    ['before:2024', { by: 'before', day: '2024' }],
    ['after:2024-3', { by: 'after', day: '2024-03' }],
    ['after:2024/02/29', { by: 'after', day: '2024-02-29' }],
  ])('%s', (text, clause) => {
    const { clauses, hints } = parseQuery(text);
    expect(clauses).toMatchObject([clause]);
    expect(hints).toEqual([]);
  });

  test.each([
    ['tag:', 'no-value'],
    ['tag:"', 'no-value'],
    ['tag:#', 'no-value'],
    ['colour:mauve', 'no-colour'],
    ['kind:essay', 'no-kind'],
    ['is:new', 'no-state'],
    ['before:yesterday', 'no-day'],
    ['before:2023-02-29', 'no-day'],
    ['after:2024-13', 'no-day'],
  ])('%s is left out, with a hint', (text, reason) => {
    const { clauses, hints } = parseQuery(`word ${text}`);
    expect(clauses).toHaveLength(1);
    expect(hints).toEqual([{ reason, source: text }]);
  });

  test('know the reader’s own names for colours, and other languages’', () => {
    const names = { colours: { pink: ['Rosa', 'Try this'], green: ['disagree'] } };
    const coloursOf = (text: string) => parseQuery(text, names).clauses;
    expect(coloursOf('colour:"try this"')).toMatchObject([{ colours: ['pink'] }]);
    expect(coloursOf('colour:dis')).toMatchObject([{ colours: ['green'] }]);
    expect(coloursOf('colour:ROSA')).toMatchObject([{ colours: ['pink'] }]);
    expect(coloursOf('colour:pink')).toMatchObject([{ colours: ['pink'] }]);
  });
});

test('an operator written for any value is read as that value', () => {
  const value = fc.string({ unit: fc.constantFrom(...'ab-:# é'), minLength: 1 });
  fc.assert(
    fc.property(value, (text) => {
      fc.pre(text.trim() !== '');
      const tokens = tokensOf(`before ${toToken('tag', text, true)} after`);
      expect(tokens).toHaveLength(3);
      expect(tokens[1]).toMatchObject({ operator: 'tag', value: text.trim(), isQuoted: true });
    }),
  );
});
