import { expect, test } from 'vitest';
import { createReading } from '../../../lib/blog/feed-reading.ts';
import type { FetchOptions } from '../../../lib/blog/fetch-answer.ts';
import type { JsonAnswer } from '../../../lib/blog/fetch-json.ts';
import { type ReadFeedOptions, type ReadStep, readFeed } from '../../../lib/blog/read-feed.ts';

const SINCE = '2014-01-01T00:00:00.000Z';

function anEntry(number: number) {
  const href = `https://www.elidedbranches.com/2014/05/post-${number}.html`;
  return { id: { $t: `post-${number}` }, link: [{ rel: 'alternate', href }] };
}

/** A blog of so many posts whose server never sends more than `cap` of them at once. */
function aBlog({ posts, cap }: { posts: number; cap: number }) {
  const asked: string[] = [];
  const fetchJson = async (url: string, options: FetchOptions): Promise<JsonAnswer> => {
    asked.push(url);
    if (options.validators?.etag === '"same"') return { changed: false };
    const start = Number(new URL(url).searchParams.get('start-index'));
    const numbers = Array.from({ length: posts }, (_, index) => index + 1);
    const entry = numbers.slice(start - 1, start - 1 + cap).map(anEntry);
    const value = {
      feed: { openSearch$totalResults: { $t: `${posts}` }, ...(entry.length > 0 && { entry }) },
    };
    return { changed: true, value, validators: { etag: '"same"' } };
  };
  const starts = () => asked.map((url) => Number(new URL(url).searchParams.get('start-index')));
  return { asked, starts, fetchJson };
}

async function readAll(
  options: Pick<ReadFeedOptions, 'fetchJson'> & Partial<ReadFeedOptions>,
  from = createReading(0),
): Promise<ReadStep[]> {
  const steps: ReadStep[] = [];
  for await (const step of readFeed(from, { now: Date.now, ...options })) steps.push(step);
  return steps;
}

test('a server that sends fewer than asked is asked for what comes next', async () => {
  const { starts, fetchJson } = aBlog({ posts: 112, cap: 50 });
  const steps = await readAll({ fetchJson });
  expect(starts()).toEqual([1, 51, 101]);
  expect(new Set(steps.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(112);
});

test('a reading that was broken off is gone on with where it was', async () => {
  const { starts, fetchJson } = aBlog({ posts: 112, cap: 50 });
  const [first] = await readAll({ fetchJson });
  const before = starts().length;
  await readAll({ fetchJson }, first?.reading);
  expect(starts().slice(before)).toEqual([51, 101]);
});

test('updates are asked for in the order of updates, on the blog’s own host', async () => {
  const { asked, fetchJson } = aBlog({ posts: 1, cap: 50 });
  await readAll({ fetchJson }, createReading(0, SINCE));
  expect(asked).toEqual([
    'https://www.elidedbranches.com/feeds/posts/default?alt=json&start-index=1&max-results=150&orderby=updated&updated-min=2014-01-01T00%3A00%3A00.000Z',
  ]);
});

test('an answer that is known already is recognized, and ends the reading', async () => {
  const { asked, fetchJson } = aBlog({ posts: 1, cap: 50 });
  const [first] = await readAll({ fetchJson }, createReading(0, SINCE));
  const again = await readAll({ fetchJson, known: first?.known }, createReading(0, SINCE));
  expect(again).toMatchObject([{ entries: [], end: { isWhole: false, since: SINCE } }]);
  expect(asked).toHaveLength(2);
});

test('what is known of another address is not taken for this one', async () => {
  const { fetchJson } = aBlog({ posts: 1, cap: 50 });
  const known = { url: 'https://www.elidedbranches.com/', validators: { etag: '"same"' } };
  const [step] = await readAll({ fetchJson, known }, createReading(0, SINCE));
  expect(step?.entries).toHaveLength(1);
});

test('an abort ends it before the next page is asked for', async () => {
  const { asked, fetchJson } = aBlog({ posts: 9, cap: 1 });
  const controller = new AbortController();
  const { signal } = controller;
  const reading = (async () => {
    for await (const _ of readFeed(createReading(0), { fetchJson, now: Date.now, signal }))
      controller.abort();
  })();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toHaveLength(1);
});
