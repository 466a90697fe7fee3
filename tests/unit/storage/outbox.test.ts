import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';
import { createInventory } from '../../../lib/storage/inventory.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import { watchQuery } from '../../../lib/storage/watch.ts';
import { anAnnotation, freshDatabase, freshName, writeNote } from './fresh-database.ts';

async function syncing(): Promise<Database> {
  const database = freshDatabase();
  await database.syncState.put({ key: 'on', value: true });
  return database;
}

const idsIn = async ({ outbox }: Database) => (await outbox.toArray()).map(({ id }) => id);
const libraryOf = (annotations: Annotation[]) => ({
  annotations,
  drafts: [],
  posts: [],
  readings: [],
  colourNames: {},
});

describe('while sync is off', () => {
  test('nothing is noted', async () => {
    const database = freshDatabase();
    const annotations = createAnnotationRepository(database);
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await annotations.delete(annotation.id);
    expect(await idsIn(database)).toEqual([]);
  });
});

describe('while sync is on', () => {
  const annotation = anAnnotation();
  const { id } = annotation;
  const ways: [string, (database: Database) => Promise<unknown>][] = [
    ['saved', (database) => createAnnotationRepository(database).save(anAnnotation({ start: 9 }))],
    ['written about', (database) => writeNote(createAnnotationRepository(database), id, 'A note.')],
    ['deleted', (database) => createAnnotationRepository(database).delete(id)],
    ['changed with others', (database) => createBulkChanges(database).delete([id])],
    [
      'restored by undo',
      async (database) => {
        const changes = createBulkChanges(database);
        const before = await changes.delete([id]);
        await database.outbox.clear();
        await changes.undo(before);
      },
    ],
    [
      'forgotten for good',
      async (database) => {
        const changes = createBulkChanges(database);
        await changes.delete([id]);
        await database.outbox.clear();
        await changes.purge([id]);
      },
    ],
    [
      'imported',
      (database) => createLibraryImports(database).write(libraryOf([anAnnotation({ start: 5 })])),
    ],
    [
      'taken back with an import',
      async (database) => {
        const imports = createLibraryImports(database);
        const written = await imports.write(libraryOf([anAnnotation({ start: 5 })]));
        await database.outbox.clear();
        await imports.undo(written);
      },
    ],
  ];

  test.each(ways)('an annotation that is %s is noted', async (_, write) => {
    const database = await syncing();
    await createAnnotationRepository(database).save(annotation);
    await database.outbox.clear();
    await write(database);
    expect(await idsIn(database)).toHaveLength(1);
  });

  test('a write that is undone by its transaction is not noted', async () => {
    const database = await syncing();
    const failing = database.transaction('rw', database.annotations, async () => {
      await database.annotations.put(annotation);
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(await idsIn(database)).toEqual([]);
    expect(await database.annotations.count()).toBe(0);
  });

  test('every write has another mark', async () => {
    const database = await syncing();
    const annotations = createAnnotationRepository(database);
    await annotations.save(annotation);
    const first = await database.outbox.get(id);
    await writeNote(annotations, id, 'A note.');
    expect((await database.outbox.get(id))?.mark).not.toBe(first?.mark);
  });

  test('erasing everything deletes nothing elsewhere', async () => {
    const database = await syncing();
    await createAnnotationRepository(database).save(annotation);
    await createInventory(database).eraseAll();
    expect(await idsIn(database)).toEqual([]);
  });

  test('whoever watches what waits hears of writes in other contexts', async () => {
    const name = freshName();
    const [here, there] = [openDatabase(name), openDatabase(name)];
    await here.syncState.put({ key: 'on', value: true });
    const heard: number[] = [];
    const stop = new AbortController();
    watchQuery(
      () => here.outbox.count(),
      (waiting) => heard.push(waiting),
      () => {},
      stop.signal,
    );
    await createAnnotationRepository(there).save(anAnnotation());
    await vi.waitFor(() => expect(heard.at(-1)).toBe(1));
    stop.abort();
  });
});

/** The schema as it was released before sync, with what a reader had in it. */
test('a library made before there was sync is opened with all that is in it', async () => {
  const name = freshName();
  const earlier = new Dexie(name);
  earlier.version(1).stores({
    annotations: 'id, target.source, created',
    posts: 'permalink, published',
    drafts: 'id',
    states: 'key',
  });
  earlier.version(2).stores({
    annotations: 'id, target.source, created, deleted, *tags',
    readings: 'permalink',
    settings: 'key',
    anchorings: 'id',
    relatedLists: 'permalink',
    relatedIndex: 'key',
    relatedStale: 'permalink',
    unrelated: '[post+other]',
    folders: 'key',
  });
  const annotation = anAnnotation({ note: 'Written before.' });
  await earlier.table('annotations').put(annotation);
  await earlier.table('drafts').put({ id: annotation.id, note: 'Typed before.' });
  earlier.close();
  const database = openDatabase(name);
  expect(await database.annotations.toArray()).toEqual([annotation]);
  expect(await database.drafts.toArray()).toEqual([{ id: annotation.id, note: 'Typed before.' }]);
  expect(await database.outbox.count()).toBe(0);
});
