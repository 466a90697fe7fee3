import { expect, test } from 'vitest';
import {
  type FeedPagesOptions,
  type FeedProgress,
  listFeedEntries,
} from '../../../lib/blog/feed-pages.ts';

function anEntry(number: number) {
  const href = `https://www.elidedbranches.com/2014/05/post-${number}.html`;
  return { id: { $t: `post-${number}` }, link: [{ rel: 'alternate', href }] };
}

/** A blog of so many posts whose server never sends more than `cap` of them at once. */
function aBlog({ posts, cap, total = `${posts}` }: { posts: number; cap: number; total?: string }) {
  const asked: number[] = [];
  const fetchJson = async (url: string) => {
    const start = Number(new URL(url).searchParams.get('start-index'));
    asked.push(start);
    const numbers = Array.from({ length: posts }, (_, index) => index + 1);
    const entry = numbers.slice(start - 1, start - 1 + cap).map(anEntry);
    return { feed: { openSearch$totalResults: { $t: total }, ...(entry.length > 0 && { entry }) } };
  };
  return { asked, fetchJson };
}

async function readAll(options: FeedPagesOptions): Promise<FeedProgress[]> {
  const pages: FeedProgress[] = [];
  for await (const page of listFeedEntries(options)) pages.push(page);
  return pages;
}

const idsOf = (pages: FeedProgress[]) =>
  pages.flatMap(({ entries }) => entries.map(({ id }) => id));

test('a server that sends fewer than asked is asked for what comes next', async () => {
  const { asked, fetchJson } = aBlog({ posts: 112, cap: 50 });
  const pages = await readAll({ fetchJson });
  expect(asked).toEqual([1, 51, 101]);
  expect(new Set(idsOf(pages)).size).toBe(112);
  expect(pages.map(({ received, total }) => [received, total])).toEqual([
    [50, 112],
    [100, 112],
    [112, 112],
  ]);
});

test('without a total, an empty page is the end', async () => {
  const { asked, fetchJson } = aBlog({ posts: 4, cap: 2, total: '?' });
  expect(idsOf(await readAll({ fetchJson }))).toHaveLength(4);
  expect(asked).toEqual([1, 3, 5]);
});

test('a total that promises too much does not keep it going', async () => {
  const { asked, fetchJson } = aBlog({ posts: 2, cap: 2, total: '500' });
  await readAll({ fetchJson });
  expect(asked).toEqual([1, 3]);
});

test('an entry sent twice is given once', async () => {
  const sent = [
    [1, 2],
    [2, 3],
  ];
  const fetchJson = async () => ({
    feed: { openSearch$totalResults: { $t: '4' }, entry: sent.shift()?.map(anEntry) },
  });
  expect(idsOf(await readAll({ fetchJson }))).toEqual(['post-1', 'post-2', 'post-3']);
});

test('a feed without an end is left after forty pages', async () => {
  const { asked, fetchJson } = aBlog({ posts: 1000, cap: 1, total: '?' });
  await readAll({ fetchJson });
  expect(asked).toHaveLength(40);
});

test('an abort ends it before the next page is asked for', async () => {
  const { asked, fetchJson } = aBlog({ posts: 9, cap: 1 });
  const controller = new AbortController();
  const reading = (async () => {
    for await (const _ of listFeedEntries({ fetchJson, signal: controller.signal }))
      controller.abort();
  })();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toEqual([1]);
});
