import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTest } from '../../../lib/search/match.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { aDocument, type Wanted } from './note-documents.ts';

/** Whether a query finds an annotation. */
const finds = (query: string, wanted: Wanted) => toTest(parseQuery(query))(aDocument(wanted));

describe('words', () => {
  test.each([
    ['leader', { passage: 'On Leadership.' }],
    ['ship', { passage: 'On Leadership.' }],
    ['resume', { note: 'my résumé' }],
    ['ladders', { title: 'Career ladders' }],
    ['hir', { tags: ['Hiring'] }],
    ['"of the times"', { passage: 'the best\nof  the times' }],
    ['best -worst', { passage: 'the best' }],
    ["don't", { passage: 'Don’t' }],
  ])('%s is found', (query, wanted) => {
    expect(finds(query, wanted)).toBe(true);
  });

  test.each([
    ['leader follower', { passage: 'a leader' }],
    ['"best times"', { passage: 'the best of times' }],
    ['best -worst', { passage: 'best and worst' }],
    ['"end begin"', { passage: 'the end', note: 'begin' }],
    ['elided', { passage: 'a', title: 'b' }],
  ])('%s is not', (query, wanted) => {
    expect(finds(query, wanted)).toBe(false);
  });

  test('a post that is not known is found by its address', () => {
    expect(finds('-"a post"', {})).toBe(false);
  });
});

describe('operators', () => {
  test.each<[string, Wanted, boolean]>([
    ['tag:lead', { tags: ['Leadership'] }, true],
    ['tag:lad', { tags: ['career ladders'] }, true],
    ['tag:ers', { tags: ['career ladders'] }, false],
    ['tag:"lead"', { tags: ['Leadership'] }, false],
    ['tag:"LEADERSHIP"', { tags: ['Leadership'] }, true],
    ['tag:"career lad', { tags: ['career ladders'] }, false],
    ['-tag:lead', { tags: ['Leadership'] }, false],
    ['-tag:lead', {}, true],
    ['label:eng', { labels: ['Engineering'] }, true],
    ['label:eng', { tags: ['Engineering'] }, false],
    ['colour:yellow', {}, true],
    ['colour:yellow', { colour: 'green' }, false],
    ['colour:yellow', { passage: '' }, false],
    ['-colour:green', { colour: 'green' }, false],
    ['kind:highlight', {}, true],
    ['kind:comment', { note: 'x' }, true],
    ['kind:action', { kind: 'action' }, true],
    ['is:open', { kind: 'action' }, true],
    ['is:open', { kind: 'action', done: '2026-01-16T10:00:00.000Z' }, false],
    ['is:done', { kind: 'action', done: '2026-01-16T10:00:00.000Z' }, true],
    ['is:done', {}, false],
    ['is:orphan', { state: 'orphan' }, true],
    ['is:orphan', { state: 'exact' }, false],
    ['is:orphan', {}, false],
    ['-is:orphan', {}, true],
  ])('%s of %j: %j', (query, wanted, expected) => {
    expect(finds(query, wanted)).toBe(expected);
  });

  test('before and after part time without a gap and without an overlap', () => {
    const noon = fc
      .integer({ min: 0, max: 4000 })
      .map((day) => new Date(Date.UTC(2016, 0, 1 + day, 12)).toISOString());
    const limit = fc.constantFrom('2018', '2019-06', '2020-02-29', '2026-12');
    fc.assert(
      fc.property(noon, limit, (created, day) => {
        expect(finds(`before:${day}`, { created })).toBe(!finds(`after:${day}`, { created }));
      }),
    );
    expect(finds('after:2019-06', { created: '2019-06-01T12:00:00.000Z' })).toBe(true);
    expect(finds('before:2019-06', { created: '2019-05-31T12:00:00.000Z' })).toBe(true);
  });
});

describe('typing', () => {
  const documents = ['abc', 'ab', 'a b', 'bc', 'cab', 'b"a', '-a'].flatMap((passage, index) => [
    aDocument({ passage, tags: index % 2 ? ['abba'] : ['b'] }),
    aDocument({ passage: 'c', note: passage, ...(index % 2 && { kind: 'question' }) }),
  ]);

  test('finds, key after key, what a fresh search would', () => {
    const query = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', ' ', '"', '-', 'tag:', 'kind:', 'q'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 3 }), (queries) => {
        const search = createSearch(documents);
        for (const text of queries) {
          for (let length = 1; length <= text.length; length++) {
            const parsed = parseQuery(text.slice(0, length));
            expect(search.find(parsed)).toEqual(createSearch(documents).find(parsed));
          }
        }
      }),
    );
  });

  test('keeps the order of the documents', () => {
    const found = createSearch(documents).find(parseQuery('a'));
    expect(found).toEqual(documents.filter((document) => found.includes(document)));
    expect(found.length).toBeGreaterThan(4);
  });
});
