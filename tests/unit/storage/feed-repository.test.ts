import { expect, test } from 'vitest';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import { toSitePermalink } from '../../../lib/blog/site-permalink.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createFeedRepository } from '../../../lib/storage/feed-repository.ts';
import type { NewFeedState } from '../../../lib/storage/feed-state.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { anAnnotation, aPost, freshDatabase, permalinkOf } from './fresh-database.ts';

const DONE = { status: 'done', received: 3 } as const;

function aStore() {
  const database = freshDatabase();
  return {
    database,
    feed: createFeedRepository(database),
    posts: createPostRepository(database),
  };
}

test('the state of the feed is the last one written, and says when that was', async () => {
  const { feed } = aStore();
  const before = Date.now();
  await feed.saveState({ status: 'reading', received: 25, total: 112 });
  await feed.saveState({ status: 'failed', received: 25, failure: { code: 'busy' } });
  const state = await feed.findState();
  expect(state).toMatchObject({ status: 'failed', received: 25, failure: { code: 'busy' } });
  expect(state).not.toHaveProperty('total');
  expect(state?.at).toBeGreaterThanOrEqual(before);
});

test('a failure that an older version put into words is a failure still', async () => {
  const { database, posts } = aStore();
  const old = { key: 'feed', status: 'failed', received: 0, at: 1, error: 'The blog is away.' };
  await database.table('states').put(old);
  expect(await posts.findFeedState()).toEqual({
    key: 'feed',
    status: 'failed',
    received: 0,
    at: 1,
    failure: { code: 'failed' },
  });
});

test('a page of the feed and how far the reading is are kept together, or neither', async () => {
  const { feed, posts } = aStore();
  const unwritable = { ...DONE, failure: () => {} } as unknown as NewFeedState;
  await expect(feed.savePage([aPost()], unwritable)).rejects.toThrow();
  expect(await posts.list()).toEqual([]);
  await feed.savePage([aPost()], { status: 'reading', received: 1 });
  expect(await posts.list()).toHaveLength(1);
  expect(await feed.findState()).toMatchObject({ received: 1 });
});

/** A library of three posts the feed has given, and one that was read from its page only. */
async function aLibrary() {
  const { database, feed, posts } = aStore();
  const given = ['one', 'two', 'three'].map((slug) => aPost({ slug, entryId: `id-${slug}` }));
  await posts.save([...given, aPost({ slug: 'page' })]);
  const annotate = (slug: string) =>
    createAnnotationRepository(database).save(anAnnotation({ slug }));
  const slugs = async () => (await posts.list()).map(({ title }) => title).sort();
  return { feed, posts, annotate, slugs };
}

const seen = (...slugs: string[]) =>
  slugs.map((slug) => [`id-${slug}`, permalinkOf(slug)] as const);

test('a post that the whole feed does not have any more is forgotten', async () => {
  const { feed, slugs } = await aLibrary();
  await feed.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect(await slugs()).toEqual(['one', 'page', 'two']);
});

test('one that the reader has marked is kept, says since when it is gone, and may come back', async () => {
  const { feed, posts, annotate, slugs } = await aLibrary();
  await annotate('three');
  await feed.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect(await slugs()).toEqual(['one', 'page', 'three', 'two']);
  const gone = (await posts.find(permalinkOf('three')))?.gone;
  expect(Date.parse(gone ?? '')).toBeGreaterThan(0);
  await feed.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect((await posts.find(permalinkOf('three')))?.gone).toBe(gone);
  await posts.save([aPost({ slug: 'three' })]);
  expect(await posts.find(permalinkOf('three'))).not.toHaveProperty('gone');
});

test('what a reading of updates does not mention is still there', async () => {
  const { feed, slugs } = await aLibrary();
  await feed.savePage([], DONE, { seen: seen('one'), isWhole: false });
  expect(await slugs()).toHaveLength(4);
});

test('a post under a new address is forgotten under the old one, or leads there when marked', async () => {
  const { feed, posts, annotate, slugs } = await aLibrary();
  await annotate('two');
  const moved = ['one', 'two'].map((slug) => aPost({ slug: `new-${slug}`, entryId: `id-${slug}` }));
  const places = moved.map(({ entryId = '', permalink }) => [entryId, permalink] as const);
  await feed.savePage(moved, DONE, { seen: places, isWhole: false });
  expect(await slugs()).toEqual(['new-one', 'new-two', 'page', 'three', 'two']);
  expect(await posts.find(permalinkOf('two'))).toMatchObject({
    gone: expect.any(String),
    movedTo: permalinkOf('new-two'),
  });
});

test('a feed that has lost most of its posts is not believed', async () => {
  const { feed, slugs } = await aLibrary();
  await feed.savePage([], DONE, { seen: seen('one'), isWhole: true });
  await feed.savePage([], DONE, { seen: [], isWhole: true });
  expect(await slugs()).toHaveLength(4);
});

test('the feed of one site says nothing of the posts of another, and has a state of its own', async () => {
  const { database, feed, posts } = aStore();
  const site = 'quiet.example';
  const ofSite = createFeedRepository(database, site);
  const permalink = toSitePermalink(`https://${site}/on-teams`) as Permalink;
  await posts.save([
    aPost({ slug: 'one', entryId: 'id-one' }),
    { ...aPost({ slug: 'two' }), permalink, entryId: 'q-1' },
  ]);
  await feed.savePage([], DONE, { seen: [['id-one', permalinkOf('one')]], isWhole: true });
  expect(await posts.list()).toHaveLength(2);
  await ofSite.savePage(
    [],
    { ...DONE, received: 1 },
    { seen: [['q-1', permalink]], isWhole: true },
  );
  expect(await posts.list()).toHaveLength(2);
  expect((await posts.findFeedState())?.received).toBe(3);
  expect((await posts.findFeedState(site))?.received).toBe(1);
  expect(await posts.findFeedState('else.example')).toBeUndefined();
});
