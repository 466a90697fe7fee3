import { beforeEach, expect, test, vi } from 'vitest';
import { createPostRefresher } from '../../../entrypoints/background/refresh-posts.ts';
import {
  FeedError,
  type FeedErrorOptions,
  type FeedFailure,
} from '../../../lib/blog/feed-error.ts';
import type { FetchOptions } from '../../../lib/blog/fetch-answer.ts';
import type { JsonAnswer } from '../../../lib/blog/fetch-json.ts';
import { readFeed } from '../../../lib/blog/read-feed.ts';
import { createFeedRepository, type FeedRepository } from '../../../lib/storage/feed-repository.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { createSampleBlog } from '../../fixtures/blog/sample-blog.ts';
import { freshDatabase } from '../storage/fresh-database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** A background beside a sample blog of 29 posts, ten to a page; `restart` is what browsers do. */
function aBackground() {
  const blog = createSampleBlog({ feedPageSize: 10 });
  const database = freshDatabase();
  const posts = createPostRepository(database);
  const feed = createFeedRepository(database);
  const world = {
    time: Date.parse('2026-06-15T12:00:00Z'),
    online: true,
    /** Thrown instead of an answer, or `die` for an answer that never comes. */
    fault: undefined as FeedError | 'die' | undefined,
    /** After how many requests the fault sets in. */
    after: 0,
    /** Whether the network goes away with it. */
    goesOffline: false,
    asked: [] as URL[],
    bytes: 0,
    waking: undefined as number | undefined,
  };
  const fetchJson = async (url: string, options: FetchOptions): Promise<JsonAnswer> => {
    world.asked.push(new URL(url));
    options.signal?.throwIfAborted();
    if (world.fault && world.after-- <= 0) {
      world.online = !world.goesOffline;
      if (world.fault !== 'die') throw world.fault;
      return new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      });
    }
    const body = String(blog.respond(url).body);
    if (options.validators?.etag === body) return { changed: false };
    world.bytes += body.length;
    return { changed: true, value: JSON.parse(body), validators: { etag: body } };
  };
  const start = (repository: FeedRepository = feed) =>
    createPostRefresher({
      feed: repository,
      read: (from, given) => readFeed(from, { ...given, fetchJson }),
      isOnline: () => world.online,
      wakeAt: (time) => {
        world.waking = time;
      },
      now: () => world.time,
      random: () => 0.5,
    });
  const starts = () =>
    world.asked.map(({ searchParams }) => Number(searchParams.get('start-index')));
  return { blog, posts, feed, world, start, starts, state: () => feed.findState() };
}

const fail = (failure: FeedFailure, options?: FeedErrorOptions) => new FeedError(failure, options);

/** Let the background read until the request that is never answered. */
async function readUntilStuck({ world, start }: ReturnType<typeof aBackground>, pages: number) {
  const before = world.asked.length;
  Object.assign(world, { fault: 'die', after: pages });
  start().refresh(true);
  await vi.waitUntil(() => world.asked.length === before + pages + 1);
  world.fault = undefined;
}

test('the whole blog is read page by page, and then not again within a day', async () => {
  const background = aBackground();
  const { posts, world, start, starts, state } = background;
  await start().refresh(false);
  expect(starts()).toEqual([1, 11, 21]);
  expect(await posts.list()).toHaveLength(29);
  expect(await state()).toMatchObject({ status: 'done', received: 29, total: 29 });
  expect(await state()).not.toHaveProperty('reading');
  world.time += DAY - 1;
  await start().refresh(false);
  expect(world.asked).toHaveLength(3);
});

test('a blog that has not changed costs one small request, and then one without a body', async () => {
  const { world, start, posts } = aBackground();
  await start().refresh(false);
  const whole = world.bytes;
  world.time += DAY;
  await start().refresh(false);
  expect(world.asked).toHaveLength(4);
  const { bytes } = world;
  expect(bytes - whole).toBeLessThan(whole / 10);
  world.time += DAY;
  await start().refresh(true);
  expect(world.asked).toHaveLength(5);
  expect(world.bytes).toBe(bytes);
  expect(await posts.list()).toHaveLength(29);
});

test('of a blog that has changed only the changes are read', async () => {
  const { blog, posts, world, start } = aBackground();
  await start().refresh(false);
  const before = world.bytes;
  const [post] = blog.posts;
  blog.editPost(post?.path ?? '', () => '<p>Written anew.</p>');
  blog.publishPost({ id: '1', path: '/2026/06/new.html', title: 'New', html: 'Fresh.' });
  world.time += DAY;
  await start().refresh(false);
  expect(world.asked).toHaveLength(4);
  expect(world.bytes - before).toBeLessThan(before / 5);
  const known = await posts.list();
  expect(known).toHaveLength(30);
  expect(known.filter(({ text }) => /Written anew|Fresh/.test(text))).toHaveLength(2);
});

test('a reading that the browser interrupts goes on where it was', async () => {
  const background = aBackground();
  await readUntilStuck(background, 2);
  const { posts, world, start, starts, state } = background;
  expect(await state()).toMatchObject({ status: 'reading', received: 20, total: 29 });
  expect(await posts.list()).toHaveLength(20);
  expect(world.waking).toBeLessThanOrEqual(world.time + MINUTE);
  await start().resume();
  expect(starts()).toEqual([1, 11, 21, 21]);
  expect(await posts.list()).toHaveLength(29);
  expect(await state()).toMatchObject({ status: 'done', received: 29 });
  expect(world.waking).toBeUndefined();
});

test.each([
  ['published', 0, 2],
  ['taken away', 2, 0],
  ['published and taken away', 3, 1],
])('what is %s during an interruption is not missed', async (_, removed, published) => {
  const background = aBackground();
  const { blog, posts, start } = background;
  await readUntilStuck(background, 2);
  for (const { path } of blog.posts.slice(0, removed)) blog.removePost(path);
  for (let id = 0; id < published; id++) {
    blog.publishPost({ id: `${id}`, path: `/2026/06/new-${id}.html` });
  }
  await start().resume();
  const known = (await posts.list()).map(({ permalink }) => new URL(permalink).pathname);
  expect(known.sort()).toEqual(blog.posts.map(({ path }) => path).sort());
});

test('what is edited during an interruption is read anew', async () => {
  const background = aBackground();
  const { blog, posts, start, starts } = background;
  await readUntilStuck(background, 2);
  blog.editPost(blog.posts[3]?.path ?? '', () => '<p>Written anew.</p>');
  await start().resume();
  expect(starts()).toEqual([1, 11, 21, 21, 1]);
  expect((await posts.list()).filter(({ text }) => text === 'Written anew.')).toHaveLength(1);
});

test('a reading broken off a week ago begins anew', async () => {
  const background = aBackground();
  await readUntilStuck(background, 2);
  background.world.time += 8 * DAY;
  await background.start().resume();
  expect(background.starts().slice(3)).toEqual([1, 11, 21]);
});

test('a page that brings the worker down every time is not asked for again and again', async () => {
  const background = aBackground();
  const { world, start } = background;
  await readUntilStuck(background, 1);
  await readUntilStuck(background, 0);
  const before = world.asked.length;
  await start().resume();
  expect(world.asked).toHaveLength(before);
  world.time += MINUTE;
  await start().resume();
  expect(world.asked.length).toBeGreaterThan(before);
});

test('after an error it pauses, longer each time, across restarts, and goes on where it was', async () => {
  const { posts, world, start, starts, state } = aBackground();
  Object.assign(world, { fault: fail({ code: 'busy', status: 503 }), after: 1 });
  await start().refresh(false);
  expect(await posts.list()).toHaveLength(10);
  expect(await state()).toMatchObject({
    status: 'failed',
    failure: { code: 'busy', status: 503 },
    failures: 1,
    retryAt: world.time + 0.75 * MINUTE,
  });
  expect(world.waking).toBe(world.time + 0.75 * MINUTE);
  await start().refresh(false);
  expect(starts()).toEqual([1, 11]);
  world.time += MINUTE;
  await start().refresh(false);
  expect(await state()).toMatchObject({ failures: 2, retryAt: world.time + 1.5 * MINUTE });
  world.fault = undefined;
  world.time += 2 * MINUTE;
  await start().refresh(false);
  expect(starts()).toEqual([1, 11, 11, 11, 21]);
  expect(await state()).toMatchObject({ status: 'done' });
  expect(await state()).not.toHaveProperty('failures');
});

test('after many failures in a row it is left to the reader and to the next half day', async () => {
  const { world, start } = aBackground();
  world.fault = fail({ code: 'unreachable' });
  for (let attempt = 0; attempt < 5; attempt++) await start().refresh(true);
  expect(world.waking).toBeGreaterThan(world.time);
  await start().refresh(true);
  expect(world.waking).toBeUndefined();
});

test('a reader who tries again need not wait, unless the server has asked for it', async () => {
  const { world, start, state } = aBackground();
  world.fault = fail({ code: 'busy', status: 429 });
  await start().refresh(false);
  await start().refresh(true);
  expect(world.asked).toHaveLength(2);
  world.fault = fail({ code: 'busy', status: 429 }, { retryAfter: 20 * MINUTE });
  await start().refresh(true);
  expect(await state()).toMatchObject({ isImposed: true, retryAt: world.time + 20 * MINUTE });
  world.fault = undefined;
  await start().refresh(true);
  expect(world.asked).toHaveLength(3);
  world.time += 20 * MINUTE;
  await start().refresh(false);
  expect(await state()).toMatchObject({ status: 'done' });
});

test('a pause written under a clock that ran ahead is not waited for', async () => {
  const { feed, start, state } = aBackground();
  const retryAt = Date.parse('2099-01-01T00:00:00Z');
  await feed.saveState({ status: 'failed', received: 0, retryAt, isImposed: true });
  await start().refresh(false);
  expect(await state()).toMatchObject({ status: 'done' });
});

test('without a network nothing is asked, nothing has failed, and what is known stays', async () => {
  const { posts, world, start, state } = aBackground();
  await start().refresh(false);
  world.online = false;
  world.time += DAY;
  await start().refresh(false);
  expect(world.asked).toHaveLength(3);
  expect(await state()).toMatchObject({ status: 'offline' });
  expect(await state()).not.toHaveProperty('failure');
  expect(await posts.list()).toHaveLength(29);
  world.online = true;
  await start().refresh(false);
  expect(await state()).toMatchObject({ status: 'done' });
  expect(world.asked).toHaveLength(4);
});

test('a network that goes away in the middle is no failure either', async () => {
  const { world, start, starts, state } = aBackground();
  Object.assign(world, { fault: fail({ code: 'damaged' }), after: 1, goesOffline: true });
  await start().refresh(false);
  expect(await state()).toMatchObject({ status: 'offline', received: 10 });
  expect(await state()).not.toHaveProperty('failures');
  Object.assign(world, { fault: undefined, online: true });
  await start().refresh(false);
  expect(starts()).toEqual([1, 11, 11, 21]);
});

test('a cancelled reading keeps what it has, waits for the reader, and goes on from there', async () => {
  const background = aBackground();
  const { posts, world, start, starts, state } = background;
  Object.assign(world, { fault: 'die', after: 1 });
  const refresher = start();
  const reading = refresher.refresh(false);
  await vi.waitUntil(() => world.asked.length === 2);
  await refresher.cancel();
  await reading;
  expect(await state()).toMatchObject({ status: 'cancelled', received: 10 });
  expect(await posts.list()).toHaveLength(10);
  expect(world.waking).toBeUndefined();
  world.fault = undefined;
  await start().refresh(false);
  expect(starts()).toEqual([1, 11]);
  await start().refresh(true);
  expect(starts()).toEqual([1, 11, 11, 21]);
});

test('a reading that nobody carries on any more can be cancelled too', async () => {
  const background = aBackground();
  await readUntilStuck(background, 1);
  await background.start().cancel();
  expect(await background.state()).toMatchObject({ status: 'cancelled', received: 10 });
});

test('two who ask at once share one reading', async () => {
  const { world, start } = aBackground();
  const refresher = start();
  await Promise.all([refresher.refresh(true), refresher.refresh(false), refresher.resume()]);
  expect(world.asked).toHaveLength(3);
});

test('a post taken from the blog is noticed within a month', async () => {
  const { blog, posts, world, start } = aBackground();
  await start().refresh(false);
  blog.removePost(blog.posts[5]?.path ?? '');
  world.time += 31 * DAY;
  await start().refresh(false);
  expect(await posts.list()).toHaveLength(28);
});

test('a post under a new address does not stand twice', async () => {
  const { blog, posts, world, start } = aBackground();
  await start().refresh(false);
  blog.movePost(blog.posts[5]?.path ?? '', '/2026/06/moved.html');
  world.time += DAY;
  await start().refresh(false);
  const known = (await posts.list()).map(({ permalink }) => new URL(permalink).pathname);
  expect(known.sort()).toEqual(blog.posts.map(({ path }) => path).sort());
});

test('a disk that is full is told, and does no harm', async () => {
  const { feed, start, state } = aBackground();
  const savePage = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));
  await start({ ...feed, savePage }).refresh(false);
  expect(await state()).toMatchObject({ status: 'failed', failure: { code: 'failed' } });
});
