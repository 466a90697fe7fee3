import { describe, expect, test } from 'vitest';
import { dueOf, grouped, SORTS, sorted } from '../../../lib/search/arrange.ts';
import { facetsOf } from '../../../lib/search/facets.ts';
import { aDocument } from './note-documents.ts';

const A = aDocument({ passage: 'a', slug: 'one', start: 50, created: '2026-01-01T12:00:00.000Z' });
const B = aDocument({
  passage: 'b',
  slug: 'two',
  created: '2026-01-02T12:00:00.000Z',
  published: '2020-01-01',
});
const C = aDocument({ passage: 'c', slug: 'one', start: 3, created: '2026-02-03T12:00:00.000Z' });
const WHOLE = aDocument({ passage: '', slug: 'one', created: '2026-02-04T12:00:00.000Z' });
const ALL = [B, WHOLE, A, C];

test.each([
  ['newest', [WHOLE, C, B, A]],
  ['oldest', [A, B, C, WHOLE]],
  ['reading', [WHOLE, C, A, B]],
  ['post', [B, WHOLE, C, A]],
] as const)('%s first', (sort, expected) => {
  expect(sorted(ALL, sort)).toEqual(expected);
  expect(SORTS).toContain(sort);
});

test('what is due first comes first, and what has no day last', () => {
  const [one, two, none] = ['2026-03-01', '2026-02-01', undefined].map((due) =>
    aDocument({ kind: 'action', ...(due && { due }) }),
  ) as [typeof A, typeof A, typeof A];
  expect(sorted([none, one, two], 'due')).toEqual([two, one, none]);
});

test('what was deleted last comes first', () => {
  const deleted = (document: typeof A, instant: string) => ({
    ...document,
    annotation: { ...document.annotation, deleted: instant },
  });
  const early = deleted(A, '2026-03-01T10:00:00.000Z');
  const late = deleted(B, '2026-03-02T10:00:00.000Z');
  expect(sorted([early, late], 'deleted')).toEqual([late, early]);
});

describe('groups', () => {
  const keys = (...args: Parameters<typeof grouped>) => grouped(...args).map(({ key }) => key);

  test('come as their first documents do, and keep the order within', () => {
    const [february, january] = grouped(sorted(ALL, 'newest'), 'month', '2026-03-01');
    expect(february).toEqual({ key: '2026-02', documents: [WHOLE, C] });
    expect(january).toEqual({ key: '2026-01', documents: [B, A] });
    expect(keys(sorted(ALL, 'post'), 'post', '')).toEqual([
      'https://www.elidedbranches.com/2015/03/two.html',
      'https://www.elidedbranches.com/2015/03/one.html',
    ]);
  });

  test('by tag and label have a document once in each, and those without at the end', () => {
    const one = aDocument({ tags: ['b', 'A'], labels: ['x'] });
    const two = aDocument({ tags: ['b'] });
    const none = aDocument();
    expect(grouped([none, one, two], 'tag', '')).toEqual([
      { key: 'A', documents: [one] },
      { key: 'b', documents: [one, two] },
      { key: '', documents: [none] },
    ]);
    expect(keys([none, one], 'label', '')).toEqual(['x', '']);
  });

  test('by due date are in the order in which they press', () => {
    const today = '2026-05-11';
    const due = (day?: string, done?: string) =>
      aDocument({ kind: 'action', ...(day && { due: day }), ...(done && { done }) });
    expect(dueOf(due('2026-05-10'), today)).toBe('overdue');
    expect(dueOf(due('2026-05-11'), today)).toBe('soon');
    expect(dueOf(due('2026-05-18'), today)).toBe('soon');
    expect(dueOf(due('2026-05-19'), today)).toBe('later');
    expect(dueOf(due(), today)).toBe('undated');
    expect(dueOf(due('2026-05-10', '2026-05-10T10:00:00.000Z'), today)).toBe('done');
    expect(keys([due(), due('2026-06-30'), due('2026-05-10')], 'due', today)).toEqual([
      'overdue',
      'later',
      'undated',
    ]);
  });
});

test('what can be filtered by is counted, tags by how they are compared', () => {
  const facets = facetsOf([
    aDocument({ tags: ['Hiring'], labels: ['work'], colour: 'pink' }),
    aDocument({ tags: ['hiring', 'x'], note: 'n', created: '2025-06-15T12:00:00.000Z' }),
    aDocument({ passage: '' }),
  ]);
  expect(facets).toEqual({
    kinds: [
      { value: 'highlight', count: 2 },
      { value: 'comment', count: 1 },
    ],
    colours: [
      { value: 'pink', count: 1 },
      { value: 'yellow', count: 1 },
    ],
    tags: [
      { value: 'Hiring', count: 2 },
      { value: 'x', count: 1 },
    ],
    labels: [{ value: 'work', count: 1 }],
    years: [
      { value: '2026', count: 2 },
      { value: '2025', count: 1 },
    ],
  });
});
