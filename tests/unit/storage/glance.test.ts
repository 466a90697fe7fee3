import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { glanceAt } from '../../../lib/storage/glance.ts';
import { listPassages, passagesOf } from '../../../lib/storage/passages.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { createReadingRepository } from '../../../lib/storage/reading-repository.ts';
import { basisOf, LISTS_VERSION, type ListedPost } from '../../../lib/storage/related-list.ts';
import { createRelatedRepository } from '../../../lib/storage/related-repository.ts';
import { type RelatedView, toRelatedView } from '../../../lib/storage/related-view.ts';
import { anAnnotation, aPost, freshName, permalinkOf } from './fresh-database.ts';

const ONE = permalinkOf('one');

/** As if a later version had changed no table, but what is in them. */
const EARLIER = {
  annotations: 'id, target.source, created',
  posts: 'permalink',
  readings: 'permalink',
  drafts: 'id',
};

/** A library with notes on two posts, one of them deleted, as its repositories leave it. */
async function filled() {
  const name = freshName();
  const database = openDatabase(name);
  const annotations = createAnnotationRepository(database);
  const gone = anAnnotation({ start: 1, created: '2026-01-09T10:00:00.000Z' });
  const written = [
    anAnnotation({ start: 40, created: '2026-01-01T10:00:00.000Z' }),
    anAnnotation({ start: 4, created: '2026-01-03T10:00:00.000Z' }),
    anAnnotation({ slug: 'two', created: '2026-01-02T10:00:00.000Z' }),
    gone,
  ];
  for (const annotation of written) await annotations.save(annotation);
  await annotations.delete(gone.id);
  await createPostRepository(database).save([aPost({ title: 'One thing' })]);
  return { name, database, annotations };
}

test('sees of a post what its repositories say', async () => {
  const { name, database, annotations } = await filled();
  await createReadingRepository(database).saveRead(ONE, true);
  await createDraftRepository(database).save(ONE, 'Half a thou', {
    kind: 'question',
    tags: ['teams'],
    action: {},
  });
  expect(await glanceAt(Promise.resolve(ONE), 20, name)).toEqual({
    notes: await annotations.listBySource(ONE),
    titles: { [ONE]: 'One thing' },
    isRead: true,
    draft: { note: 'Half a thou', kind: 'question', tags: ['teams'], action: {} },
    related: { list: undefined, unrelated: [], known: 1 },
  });
});

test('sees the list that was made for a post, and what of it the reader has ruled out', async () => {
  const { name, database } = await filled();
  const [gone, left] = [permalinkOf('gone'), permalinkOf('left')];
  const list = [gone, left].map(
    (permalink): ListedPost => ({ permalink, title: permalink, score: 1, terms: [] }),
  );
  const related = createRelatedRepository(database);
  await related.saveUnrelated(ONE, gone);
  await related.saveUnrelated(left, ONE);
  await database.relatedLists.put({
    permalink: ONE,
    version: LISTS_VERSION,
    basis: basisOf(await listPassages(database.annotations, ONE), [gone]),
    related: list,
    highlighted: list,
  });
  const glance = await glanceAt(Promise.resolve(ONE), 20, name);
  if (!glance?.related) throw new Error('Nothing was seen of it');
  const seen = toRelatedView(glance.related, passagesOf(glance.notes));
  const said: RelatedView = await related.find(ONE);
  expect(seen).toEqual({ ...said, stands: {} });
  expect(seen.isCurrent).toBe(true);
  expect(seen.list?.related).toEqual([list[1]]);
});

test('sees a post that nothing is known of as one without notes', async () => {
  const { name } = await filled();
  const unknown = permalinkOf('unknown');
  expect(await glanceAt(Promise.resolve(unknown), 20, name)).toEqual({
    notes: [],
    titles: {},
    isRead: false,
    draft: { note: '' },
    related: { list: undefined, unrelated: [], known: 1 },
  });
});

test.each([1, 2, 20])('sees without a post the latest notes, at most %i', async (latest) => {
  const { name, annotations } = await filled();
  const glance = await glanceAt(Promise.resolve(undefined), latest, name);
  expect(glance?.notes).toEqual(await annotations.listLatest(latest));
  expect(glance?.titles).toEqual({ [ONE]: 'One thing' });
});

test('makes no library where there is none, and is not in the way of who makes it', async () => {
  const name = freshName();
  expect(await glanceAt(Promise.resolve(ONE), 20, name)).toBeUndefined();
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  const both = [glanceAt(Promise.resolve(ONE), 20, name), openDatabase(name).open()] as const;
  const [, database] = await Promise.all(both);
  expect(database.tables.map((table) => table.name)).toContain('readings');
});

test('leaves a library of an earlier version to be upgraded', async () => {
  const name = freshName();
  const earlier = new Dexie(name);
  earlier.version(1).stores(EARLIER);
  await earlier.open();
  earlier.close();
  expect(await glanceAt(Promise.resolve(ONE), 20, name)).toBeUndefined();
  await expect(openDatabase(name).open()).resolves.toBeDefined();
});

test('lets a library be upgraded while the post is still being looked for', async () => {
  const name = freshName();
  const earlier = new Dexie(name);
  earlier.version(1).stores(EARLIER);
  await earlier.open();
  earlier.close();
  let find = (_: typeof ONE) => {};
  const glance = glanceAt(
    new Promise((resolve) => {
      find = resolve;
    }),
    20,
    name,
  );
  await openDatabase(name).open();
  find(ONE);
  await expect(glance.catch(() => undefined)).resolves.toBeUndefined();
});
