import { expect, test, vi } from 'vitest';
import { createRelatedKeeper } from '../../../entrypoints/background/related-keeper.ts';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import type { Post } from '../../../lib/blog/post.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import type { Database } from '../../../lib/storage/database.ts';
import { createFeedRepository } from '../../../lib/storage/feed-repository.ts';
import { createInventory } from '../../../lib/storage/inventory.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { LISTS_VERSION } from '../../../lib/storage/related-list.ts';
import { createRelatedRepository } from '../../../lib/storage/related-repository.ts';
import { createRelatedWork, type RelatedWork } from '../../../lib/storage/related-work.ts';
import { aPost, at } from '../relatedness/posts.ts';
import { freshDatabase } from '../storage/fresh-database.ts';

/** Posts on two matters that have no word in common, and one on none. */
const POSTS = [
  aPost('locks', 'A lock is a lease. ZooKeeper grants the lease to one node.', 'Locks'),
  aPost('fencing', 'Without fencing a lease is a hope. ZooKeeper numbers them.', 'Fencing'),
  aPost('praise', 'Praise in public. Feedback in small coins, every week.', 'Praise'),
  aPost('reviews', 'A review without feedback in the week is a verdict.', 'Reviews'),
  aPost('tea', 'Oolong, then.', 'Tea'),
];

async function aLibrary(posts: readonly Post[] = POSTS) {
  const database = freshDatabase();
  await createPostRepository(database).save(posts);
  const work = createRelatedWork(database);
  /** Which lists were made, in order. */
  const made: Permalink[] = [];
  const watched: RelatedWork = {
    ...work,
    saveLists(lists, gone, todo) {
      made.push(...lists.map(({ permalink }) => permalink));
      return work.saveLists(lists, gone, todo);
    },
  };
  /** A background that has just been started. */
  const start = (changed: Partial<RelatedWork> = {}, now?: () => number) =>
    createRelatedKeeper({ work: { ...watched, ...changed }, ...(now && { now }) });
  return { database, start, made, related: createRelatedRepository(database) };
}

const titlesOf = async (database: Database, name: string, list: 'related' | 'highlighted') =>
  (await createRelatedRepository(database).find(at(name))).list?.[list].map(({ title }) => title);

/** A highlight of a passage in a post. */
function aHighlight(name: string, passage: string) {
  return createAnnotation({ source: at(name), selector: [], passage });
}

test('every post gets its list with the reasons, and where to open the other', async () => {
  const { database, start, related } = await aLibrary();
  await start().work();
  expect(await titlesOf(database, 'locks', 'related')).toEqual(['Fencing']);
  expect(await titlesOf(database, 'tea', 'related')).toEqual([]);
  const { list, isCurrent, known } = await related.find(at('locks'));
  expect(list?.related[0]).toMatchObject({
    permalink: at('fencing'),
    sentence: 'Without fencing a lease is a hope.',
    fragment: expect.stringMatching(/^:~:text=Without/),
    terms: expect.arrayContaining(['lease']),
  });
  expect({ isCurrent, known }).toEqual({ isCurrent: true, known: 5 });
});

test('nothing is done again where nothing has changed', async () => {
  const { start, made } = await aLibrary();
  await start().work();
  made.length = 0;
  const findIndex = vi.fn();
  await start({ findIndex }).work();
  expect(made).toEqual([]);
  expect(findIndex).not.toHaveBeenCalled();
});

test('a background that is killed after any slice is followed by one that goes on', async () => {
  const { database, start, made } = await aLibrary();
  let slices = 0;
  const work = createRelatedWork(database);
  const dying: Partial<RelatedWork> = {
    async saveLists(lists, gone, todo) {
      slices += 1;
      if (slices === 3) throw new Error('killed');
      made.push(...lists.map(({ permalink }) => permalink));
      await work.saveLists(lists, gone, todo);
    },
  };
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
  // Every list takes longer than a slice.
  let time = 0;
  const now = () => {
    time += 1000;
    return time;
  };
  await start(dying, now).work();
  expect(failed).toHaveBeenCalledOnce();
  failed.mockRestore();
  expect(made).toHaveLength(2);
  await start({}, now).work();
  expect(made.toSorted()).toEqual(POSTS.map(({ permalink }) => permalink).sort());
  expect(await work.findTodo()).toEqual([]);
});

test('a post that comes makes new only the lists it belongs in', async () => {
  const many = Array.from({ length: 12 }, (_, n) => aPost(`tea-${n}`, `Oolong${n}.`, `Tea ${n}`));
  const { database, start, made } = await aLibrary([...POSTS, ...many]);
  const keeper = start();
  await keeper.work();
  made.length = 0;
  const leases = aPost('leases', 'ZooKeeper has a lease for every lock.', 'Leases');
  await createPostRepository(database).save([leases]);
  await keeper.work();
  expect(made.toSorted()).toEqual([at('fencing'), at('leases'), at('locks')]);
  expect(await titlesOf(database, 'locks', 'related')).toContain('Leases');
});

test('a post that is changed or goes leaves the lists it stood in, whoever notices', async () => {
  const { database, start } = await aLibrary();
  const before = start();
  await before.work();
  await createPostRepository(database).save([aPost('fencing', 'About nothing now.', 'Fencing')]);
  await before.work();
  expect(await titlesOf(database, 'locks', 'related')).toEqual([]);

  const fromFeed = POSTS.map((post, n) => ({ ...post, entryId: `${n}` }));
  const feed = createFeedRepository(database);
  const state = { status: 'done', received: 5 } as const;
  await feed.savePage(fromFeed, state);
  await before.work();
  expect(await titlesOf(database, 'reviews', 'related')).toEqual(['Praise']);
  const seen = fromFeed
    .filter(({ title }) => title !== 'Praise')
    .map(({ entryId, permalink }) => [entryId, permalink] as const);
  await feed.savePage([], state, { seen, isWhole: true });
  await start().work();
  expect(await titlesOf(database, 'reviews', 'related')).toEqual([]);
  expect(await titlesOf(database, 'praise', 'related')).toBeUndefined();
});

test('what is highlighted has a list of its own, made again when that changes', async () => {
  const { database, start, related } = await aLibrary([
    ...POSTS,
    aPost('mixed', 'A lock needs a lease. Feedback needs a week. Oolong needs both.', 'Mixed'),
  ]);
  const keeper = start();
  await keeper.work();
  expect(await titlesOf(database, 'mixed', 'highlighted')).toEqual([]);
  const annotations = createAnnotationRepository(database);
  const highlight = aHighlight('mixed', 'Oolong needs both.');
  await annotations.save(highlight);
  expect((await related.find(at('mixed'))).isCurrent).toBe(false);
  await keeper.renew(at('mixed'));
  expect((await titlesOf(database, 'mixed', 'highlighted'))?.[0]).toBe('Tea');
  expect((await related.find(at('mixed'))).isCurrent).toBe(true);
  await annotations.delete(highlight.id);
  await keeper.renew(at('mixed'));
  expect(await titlesOf(database, 'mixed', 'highlighted')).toEqual([]);
});

test('what the reader rules out is gone at once, and another stands in; until that is undone', async () => {
  const { database, start, related } = await aLibrary();
  const keeper = start();
  await keeper.work();
  await related.saveUnrelated(at('locks'), at('fencing'));
  expect(await titlesOf(database, 'locks', 'related')).toEqual([]);
  expect(await titlesOf(database, 'fencing', 'related')).toEqual(['Locks']);
  await keeper.renew(at('locks'));
  expect(await related.find(at('locks'))).toMatchObject({ isCurrent: true, list: { related: [] } });
  await related.deleteUnrelated(at('locks'), at('fencing'));
  await keeper.renew(at('locks'));
  expect(await titlesOf(database, 'locks', 'related')).toEqual(['Fencing']);
});

test.each([
  ['an index that is damaged', 'relatedIndex', { key: 'index', value: new Uint8Array(99) }],
  ['an index that is none', 'relatedIndex', { key: 'index', value: 'lost' }],
  ['a list of another version', 'relatedLists', { permalink: at('locks'), version: 0 }],
  [
    'a list that leads elsewhere',
    'relatedLists',
    {
      permalink: at('locks'),
      version: LISTS_VERSION,
      basis: '',
      related: [{ permalink: 'javascript:alert(1)', title: 'x', score: 1, terms: [] }],
      highlighted: [],
    },
  ],
] as const)('%s is not used, and is made anew', async (_, table, row) => {
  const { database, start, related } = await aLibrary();
  await start().work();
  await database.table(table).put(row);
  if (table === 'relatedLists') expect((await related.find(at('locks'))).list).toBeUndefined();
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await start().renew(at('locks'));
  warned.mockRestore();
  expect(await titlesOf(database, 'locks', 'related')).toEqual(['Fencing']);
});

test('a post that changes while it is taken in is taken in once more', async () => {
  const { database, start } = await aLibrary();
  const work = createRelatedWork(database);
  const posts = createPostRepository(database);
  let isChanged = false;
  const keeper = start({
    async saveIndex(index, todo, taken) {
      if (!isChanged) await posts.save([aPost('fencing', 'About nothing now.', 'Fencing')]);
      isChanged = true;
      await work.saveIndex(index, todo, taken);
    },
  });
  await keeper.work();
  expect((await work.listStale()).map(({ permalink }) => permalink)).toEqual([at('fencing')]);
  await keeper.work();
  expect(await work.listStale()).toEqual([]);
  expect(await titlesOf(database, 'locks', 'related')).toEqual([]);
});

test('nothing outlives the library when all is erased', async () => {
  const { database, start } = await aLibrary();
  const keeper = start();
  await keeper.work();
  await createInventory(database).eraseAll();
  await keeper.work();
  expect(await database.relatedLists.count()).toBe(0);
  expect((await keeper.open()).size).toBe(0);
});
