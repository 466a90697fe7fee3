import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedPage } from '../../../lib/blog/feed.ts';
import type { FeedEntry } from '../../../lib/blog/feed-entry.ts';
import {
  createReading,
  type FeedReading,
  type FeedStep,
  takePage,
} from '../../../lib/blog/feed-reading.ts';
import type { Permalink } from '../../../lib/blog/permalink.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

function anEntry(number: number, updated?: string): FeedEntry {
  const permalink = `https://www.elidedbranches.com/2014/05/post-${number}.html` as Permalink;
  const post = { permalink, title: '', labels: [], text: '', excerpt: false };
  return { id: `post-${number}`, post, ...(updated && { updated }) };
}

const entriesOf = (...numbers: number[]) => numbers.map((number) => anEntry(number));

function aPage(entries: FeedEntry[], rest: Partial<FeedPage> = {}): FeedPage {
  return { entries, received: entries.length, total: undefined, ...rest };
}

/** Take pages one after the other; the last step. */
function take(reading: FeedReading, ...pages: FeedPage[]): FeedStep {
  let step: FeedStep = { entries: [], reading };
  for (const page of pages) {
    expect(step.end).toBeUndefined();
    step = takePage(step.reading, page, NOW);
  }
  return step;
}

const idsOf = ({ entries }: FeedStep) => entries.map(({ id }) => id);

test('a reading survives storage between any two pages, and sees every post once', () => {
  const blog = fc.record({ posts: fc.integer({ min: 1, max: 39 }), cap: fc.integer({ min: 1 }) });
  fc.assert(
    fc.property(blog, ({ posts, cap }) => {
      const numbers = Array.from({ length: posts }, (_, index) => index + 1);
      const seen: string[] = [];
      let step: FeedStep = { entries: [], reading: createReading(NOW) };
      while (!step.end) {
        const stored: FeedReading = JSON.parse(JSON.stringify(step.reading));
        const part = numbers.slice(stored.next - 1, stored.next - 1 + cap);
        step = takePage(stored, aPage(entriesOf(...part), { total: posts }), NOW);
        seen.push(...idsOf(step));
      }
      expect(seen).toEqual(numbers.map((number) => `post-${number}`));
      expect(step.end.isWhole).toBe(true);
    }),
  );
});

test('an entry that cannot be read counts for where the next page begins', () => {
  const { reading } = take(createReading(NOW), aPage(entriesOf(1, 3), { received: 3, total: 9 }));
  expect(reading.next).toBe(4);
});

test('when posts come or go meanwhile it begins again, and keeps what it has read', () => {
  const start = createReading(NOW);
  const first = take(start, aPage(entriesOf(1, 2), { total: 4 }));
  const changed = takePage(first.reading, aPage(entriesOf(2, 3), { total: 5 }), NOW);
  expect(idsOf(changed)).toEqual(['post-2', 'post-3']);
  expect(changed.reading).toMatchObject({ next: 1, seen: [] });
  const again = take(
    changed.reading,
    aPage(entriesOf(0, 1), { total: 5 }),
    aPage(entriesOf(2, 3, 4), { total: 5 }),
  );
  expect(again.end?.isWhole).toBe(true);
  expect(again.reading.seen).toHaveLength(5);
});

test('a blog that never stands still is given up', () => {
  let { reading } = take(createReading(NOW), aPage(entriesOf(1), { total: 100 }));
  const shake = () => {
    for (let total = 101; total < 120; total++) {
      reading = takePage(reading, aPage(entriesOf(total), { total }), NOW).reading;
    }
  };
  expect(shake).toThrow(expect.objectContaining({ failure: { code: 'unsteady' } }));
});

test.each<[string, FeedPage[]]>([
  ['without a total', [aPage(entriesOf(1)), aPage([])]],
  [
    'with a total that promises too much',
    [aPage(entriesOf(1), { total: 9 }), aPage([], { total: 9 })],
  ],
  [
    'in which posts come twice',
    [aPage(entriesOf(1, 2), { total: 4 }), aPage(entriesOf(2, 3), { total: 4 })],
  ],
  [
    'from a server that sends the first page for ever',
    [aPage(entriesOf(1, 2), { total: 9 }), aPage(entriesOf(1, 2), { total: 9 })],
  ],
])('a feed %s ends, and is no proof that a post is gone', (_, pages) => {
  expect(take(createReading(NOW), ...pages).end).toEqual({ isWhole: false });
});

test('a feed without an end is left after forty pages', () => {
  const pages = Array.from({ length: 40 }, (_, index) => aPage(entriesOf(index)));
  expect(take(createReading(NOW), ...pages).end?.isWhole).toBe(false);
});

test('a post of the same page given twice is given once', () => {
  expect(idsOf(take(createReading(NOW), aPage(entriesOf(1, 1, 2))))).toEqual(['post-1', 'post-2']);
});

test('the next reading asks for what was updated since the latest update, in any time zone', () => {
  const entries = [anEntry(1, '2014-01-01T23:00:00-05:00'), anEntry(2, '2014-01-02T01:00:00Z')];
  expect(take(createReading(NOW), aPage(entries, { total: 2 })).end?.since).toBe(
    '2014-01-02T04:00:00.000Z',
  );
});

test('what was updated after the first page came is asked for again, and at once', () => {
  const first = aPage([anEntry(1, '2014-01-01T00:00:00Z')], {
    total: 2,
    updated: '2014-02-01T00:00:00Z',
  });
  const later = aPage([anEntry(2, '2014-03-01T00:00:00Z')], {
    total: 2,
    updated: '2014-03-01T00:00:00Z',
  });
  expect(take(createReading(NOW), first, later).end).toEqual({
    isWhole: true,
    isOutdated: true,
    since: '2014-01-01T00:00:00.000Z',
  });
});

test('a date to come, or none at all, does not keep updates from being seen', () => {
  const entries = [
    anEntry(1, '2999-01-01T00:00:00Z'),
    anEntry(2, '2014-01-01T00:00:00Z'),
    anEntry(3),
  ];
  const { end } = take(createReading(NOW), aPage(entries, { total: 3 }));
  expect(end?.since).toBe('2014-01-01T00:00:00.000Z');
  expect(take(createReading(NOW), aPage([anEntry(1)], { total: 1 })).end).toEqual({
    isWhole: true,
  });
});

test('a reading of updates ends where they end, even when the server heeds no bound', () => {
  const since = '2014-01-01T00:00:00.000Z';
  const entries = [anEntry(1, '2014-05-01T00:00:00Z'), anEntry(2, '2013-01-01T00:00:00Z')];
  expect(take(createReading(NOW, since), aPage(entries, { total: 99 })).end).toEqual({
    isWhole: false,
    since: '2014-05-01T00:00:00.000Z',
  });
  expect(take(createReading(NOW, since), aPage([], { total: 0 })).end?.since).toBe(since);
});
