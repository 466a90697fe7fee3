import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import type { NewFeedState } from '../../../lib/storage/feed-state.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { anAnnotation, aPost, freshDatabase, permalinkOf } from './fresh-database.ts';

const DONE = { status: 'done', received: 3 } as const;

const freshRepository = () => createPostRepository(freshDatabase());

test('a post that was read again replaces what was known of it', async () => {
  const posts = freshRepository();
  await posts.save([aPost({ title: 'Before' }), aPost({ slug: 'two' })]);
  await posts.save([aPost({ title: 'After' })]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost({ title: 'After' }));
  expect(await posts.list()).toHaveLength(2);
});

test('an excerpt never replaces a whole post, and the others of its page are saved all the same', async () => {
  const posts = freshRepository();
  await posts.save([aPost()]);
  const other = aPost({ slug: 'two', excerpt: true, text: 'The beginning.' });
  await posts.save([aPost({ excerpt: true, text: 'All …' }), other]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost());
  expect(await posts.find(permalinkOf('two'))).toEqual(other);
});

test('an excerpt is replaced by a later one, and by the whole post', async () => {
  const posts = freshRepository();
  await posts.save([aPost({ excerpt: true, text: 'All …' })]);
  await posts.save([aPost({ excerpt: true, text: 'All of …' })]);
  expect((await posts.find(permalinkOf('one')))?.text).toBe('All of …');
  await posts.save([aPost()]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost());
});

test.each([
  ['before', [aPost({ excerpt: true, text: 'All …' }), aPost()]],
  ['after', [aPost(), aPost({ excerpt: true, text: 'All …' })]],
])('of a post given twice, the excerpt %s the whole post is not what is kept', async (_, given) => {
  const posts = freshRepository();
  await posts.save(given);
  expect(await posts.list()).toEqual([aPost()]);
});

test('a page that hides dates and labels does not make them forgotten', async () => {
  const posts = freshRepository();
  const known = aPost({ published: '2014-02-16T09:10:00-05:00', labels: ['feedback'] });
  const { published: _, ...hidden } = aPost({ text: 'As the page has it.', labels: [] });
  await posts.save([known]);
  await posts.save([hidden]);
  expect(await posts.find(permalinkOf('one'))).toEqual({ ...known, text: 'As the page has it.' });
});

test('posts are listed oldest first, those without a date before all', async () => {
  const posts = freshRepository();
  await posts.save([
    aPost({ slug: 'new', published: '2026-05-31T10:00:00.000Z' }),
    aPost({ slug: 'undated' }),
    aPost({ slug: 'old', published: '2011-11-05T10:00:00.000Z' }),
  ]);
  expect((await posts.list()).map(({ title }) => title)).toEqual(['undated', 'old', 'new']);
});

test('what is not known is undefined', async () => {
  const posts = freshRepository();
  expect(await posts.find(permalinkOf('one'))).toBeUndefined();
  expect(await posts.findFeedState()).toBeUndefined();
});

test('a post that was read again without its links has none', async () => {
  const posts = freshRepository();
  const links = [permalinkOf('two')];
  await posts.save([aPost({ links })]);
  await posts.save([aPost({ excerpt: true, text: 'All …' })]);
  expect((await posts.find(permalinkOf('one')))?.links).toEqual(links);
  await posts.save([aPost()]);
  expect(await posts.find(permalinkOf('one'))).not.toHaveProperty('links');
});

test('reading a post that has not changed writes nothing', async () => {
  const database = freshDatabase();
  const posts = createPostRepository(database);
  await posts.save([aPost({ labels: ['a'] })]);
  const written = vi.fn();
  database.posts.hook('updating', written);
  await posts.save([aPost({ labels: ['a'] })]);
  expect(written).not.toHaveBeenCalled();
  await posts.save([aPost({ labels: ['b'] })]);
  expect(written).toHaveBeenCalled();
});

test('the state of the feed is the last one written, and says when that was', async () => {
  const posts = freshRepository();
  const before = Date.now();
  await posts.saveFeedState({ status: 'reading', received: 25, total: 112 });
  await posts.saveFeedState({ status: 'failed', received: 25, failure: { code: 'busy' } });
  const state = await posts.findFeedState();
  expect(state).toMatchObject({ status: 'failed', received: 25, failure: { code: 'busy' } });
  expect(state).not.toHaveProperty('total');
  expect(state?.at).toBeGreaterThanOrEqual(before);
});

test('a failure that an older version put into words is a failure still', async () => {
  const database = freshDatabase();
  const old = { key: 'feed', status: 'failed', received: 0, at: 1, error: 'The blog is away.' };
  await database.table('states').put(old);
  expect(await createPostRepository(database).findFeedState()).toEqual({
    key: 'feed',
    status: 'failed',
    received: 0,
    at: 1,
    failure: { code: 'failed' },
  });
});

test('a page of the feed and how far the reading is are kept together, or neither', async () => {
  const posts = freshRepository();
  const unwritable = { ...DONE, failure: () => {} } as unknown as NewFeedState;
  await expect(posts.savePage([aPost()], unwritable)).rejects.toThrow();
  expect(await posts.list()).toEqual([]);
  await posts.savePage([aPost()], { status: 'reading', received: 1 });
  expect(await posts.list()).toHaveLength(1);
  expect(await posts.findFeedState()).toMatchObject({ received: 1 });
});

/** A library of three posts the feed has given, and one that was read from its page only. */
async function aLibrary() {
  const database = freshDatabase();
  const posts = createPostRepository(database);
  const given = ['one', 'two', 'three'].map((slug) => aPost({ slug, entryId: `id-${slug}` }));
  await posts.save([...given, aPost({ slug: 'page' })]);
  const annotate = (slug: string) =>
    createAnnotationRepository(database).save(anAnnotation({ slug }));
  const slugs = async () => (await posts.list()).map(({ title }) => title).sort();
  return { posts, annotate, slugs };
}

const seen = (...slugs: string[]) =>
  slugs.map((slug) => [`id-${slug}`, permalinkOf(slug)] as const);

test('a post that the whole feed does not have any more is forgotten', async () => {
  const { posts, slugs } = await aLibrary();
  await posts.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect(await slugs()).toEqual(['one', 'page', 'two']);
});

test('one that the reader has marked is kept, says since when it is gone, and may come back', async () => {
  const { posts, annotate, slugs } = await aLibrary();
  await annotate('three');
  await posts.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect(await slugs()).toEqual(['one', 'page', 'three', 'two']);
  const gone = (await posts.find(permalinkOf('three')))?.gone;
  expect(Date.parse(gone ?? '')).toBeGreaterThan(0);
  await posts.savePage([], DONE, { seen: seen('one', 'two'), isWhole: true });
  expect((await posts.find(permalinkOf('three')))?.gone).toBe(gone);
  await posts.save([aPost({ slug: 'three' })]);
  expect(await posts.find(permalinkOf('three'))).not.toHaveProperty('gone');
});

test('what a reading of updates does not mention is still there', async () => {
  const { posts, slugs } = await aLibrary();
  await posts.savePage([], DONE, { seen: seen('one'), isWhole: false });
  expect(await slugs()).toHaveLength(4);
});

test('a post under a new address is forgotten under the old one, or leads there when marked', async () => {
  const { posts, annotate, slugs } = await aLibrary();
  await annotate('two');
  const moved = ['one', 'two'].map((slug) => aPost({ slug: `new-${slug}`, entryId: `id-${slug}` }));
  const places = moved.map(({ entryId = '', permalink }) => [entryId, permalink] as const);
  await posts.savePage(moved, DONE, { seen: places, isWhole: false });
  expect(await slugs()).toEqual(['new-one', 'new-two', 'page', 'three', 'two']);
  expect(await posts.find(permalinkOf('two'))).toMatchObject({
    gone: expect.any(String),
    movedTo: permalinkOf('new-two'),
  });
});

test('a feed that has lost most of its posts is not believed', async () => {
  const { posts, slugs } = await aLibrary();
  await posts.savePage([], DONE, { seen: seen('one'), isWhole: true });
  await posts.savePage([], DONE, { seen: [], isWhole: true });
  expect(await slugs()).toHaveLength(4);
});
