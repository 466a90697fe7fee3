import { describe, expect, test } from 'vitest';
import {
  parseHeight,
  parseId,
  parseKind,
  parseNothing,
  parsePermalink,
  parsePlaceChoice,
  parseSearchAct,
  parseSites,
  parseStep,
} from '../../../lib/messaging/tab-schema.ts';

const ID = '0197a000-0000-7000-8000-000000000001';
const PERMALINK = 'https://www.elidedbranches.com/2015/03/one.html';
const CHOICE = { id: ID, candidate: 2, passage: 'The words.' };

test('what fits is taken as it is', () => {
  expect(parseId(ID)).toBe(ID);
  expect(parsePermalink(PERMALINK)).toBe(PERMALINK);
  expect(parseKind('question')).toBe('question');
  expect(parseHeight(320)).toBe(320);
  expect([1, -1].map(parseStep)).toEqual([1, -1]);
  expect(['tell', 'stop', 'goOn'].map(parseSearchAct)).toEqual(['tell', 'stop', 'goOn']);
  expect(parsePlaceChoice(CHOICE)).toEqual(CHOICE);
  expect(parseSites(['www.example.com'])).toEqual(['www.example.com']);
  expect(parseSites([])).toEqual([]);
});

test('what comes to a procedure without an argument is not looked at', () => {
  expect(parseNothing()).toBeUndefined();
});

const NOTHINGS = [undefined, null, '', [], {}, Number.NaN, () => ID, new Map()];

describe.each<[string, (value: unknown) => unknown, unknown[]]>([
  ['an id', parseId, ['1', `${ID}0`, `${ID}\n`, ` ${ID}`, [ID], { id: ID }, 7]],
  ['a permalink', parsePermalink, ['javascript:alert(1)', 'http://evil.example/', [PERMALINK], 7]],
  ['a kind', parseKind, ['Question', 'note', ['question'], { kind: 'question' }, 1]],
  ['a height', parseHeight, [0, -1, 1.5, 1e9, '320', [320]]],
  ['an act of a search', parseSearchAct, ['Stop', 'begin', ['stop'], { act: 'stop' }, 1]],
  ['a step', parseStep, [0, 2, '1', true, [1]]],
  [
    'a choice',
    parsePlaceChoice,
    [
      { ...CHOICE, id: 'one' },
      { ...CHOICE, candidate: 3 },
      { ...CHOICE, candidate: -1 },
      { ...CHOICE, candidate: 0.5 },
      { ...CHOICE, candidate: '0' },
      { ...CHOICE, passage: 7 },
      { ...CHOICE, more: 1 },
      { id: ID, candidate: 0 },
      Object.create(CHOICE),
      [ID, 0, 'The words.'],
    ],
  ],
])('%s', (_, parse, wrongs) => {
  test.each([...NOTHINGS, ...wrongs].map((wrong) => [wrong]))('is not %j', (wrong) => {
    expect(() => parse(wrong)).toThrow(TypeError);
  });
});

test.each([undefined, null, '', 'www.example.com', {}, { 0: 'a' }, [1], ['a', undefined]])(
  'a list of sites is not %j',
  (wrong) => {
    expect(() => parseSites(wrong)).toThrow(TypeError);
  },
);
