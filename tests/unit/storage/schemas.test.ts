import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { freshName } from './fresh-database.ts';

/*
 * What every version that was ever released has written: the tables as they were, with rows as they
 * were. A version of `database.ts` without such a file fails below. None of these is ever changed.
 */

interface Fixture {
  /** As the browser counts: Dexie's times ten. */
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[];
      indexes: Record<string, { keyPath: string; multiEntry?: boolean }>;
      rows: object[];
    }
  >;
}

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'schemas');
const RELEASED = globSync('*.json', { cwd: FOLDER })
  .map((file) => Number(basename(file, '.json')))
  .sort((a, b) => a - b);

const POST = 'https://www.elidedbranches.com/2016/06/consensus-for-rest-of-us.html' as Permalink;
const NOTE = 'Écrit en *une nuit* — 一晩で 👩‍💻';

function fixtureOf(version: number): Fixture {
  return JSON.parse(readFileSync(join(FOLDER, `${version}.json`), 'utf8'));
}

/** Write a library as that version left it, by the browser's own means, and open it with today's. */
async function openAfter({ version, stores }: Fixture): Promise<Database> {
  const name = freshName();
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const [table, { keyPath, indexes, rows }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(table, { keyPath });
      for (const [index, { keyPath: path, multiEntry = false }] of Object.entries(indexes)) {
        store.createIndex(index, path, { multiEntry });
      }
      for (const row of rows) store.put(row);
    }
  };
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  opening.result.close();
  return openDatabase(name);
}

test('of every version there is a library, and of today’s too', () => {
  const { verno } = openDatabase(freshName());
  expect(RELEASED).toEqual(Array.from({ length: verno }, (_, index) => index + 1));
});

test('today’s tables are those of its library', async () => {
  const made = openDatabase(freshName());
  await made.open();
  const stores = Array.from(made.backendDB().objectStoreNames, (table) => {
    const store = made.backendDB().transaction(table).objectStore(table);
    const indexes = Array.from(store.indexNames, (name) => {
      const { keyPath, multiEntry } = store.index(name);
      return [name, { keyPath, ...(multiEntry && { multiEntry }) }];
    });
    return [table, { keyPath: store.keyPath, indexes: Object.fromEntries(indexes) }];
  });
  const { version, stores: known } = fixtureOf(made.verno);
  const shapes = Object.entries(known).map(([table, { keyPath, indexes }]) => [
    table,
    { keyPath, indexes },
  ]);
  expect({ version: made.backendDB().version, stores: Object.fromEntries(stores) }).toEqual({
    version,
    stores: Object.fromEntries(shapes),
  });
});

describe.each(RELEASED)('a library of version %i', (version) => {
  const fixture = fixtureOf(version);

  test('is opened with every row it has', async () => {
    const database = await openAfter(fixture);
    for (const [table, { rows }] of Object.entries(fixture.stores)) {
      expect(await database.table(table).toArray(), table).toEqual(expect.arrayContaining(rows));
      expect(await database.table(table).count()).toBe(rows.length);
    }
  });

  test('is read by today’s code: notes, the bin, drafts and posts', async () => {
    const database = await openAfter(fixture);
    const annotations = createAnnotationRepository(database);
    const { rows } = fixture.stores.annotations ?? { rows: [] };
    const deleted = rows.filter((row) => 'deleted' in row);
    expect(await annotations.count()).toBe(rows.length - deleted.length);
    const notes = await annotations.listBySource(POST);
    expect(notes.map(({ body }) => body?.value)).toContain(NOTE);
    expect(await createBulkChanges(database).listDeleted()).toEqual(deleted);
    const drafts = createDraftRepository(database);
    expect(await drafts.findWriting('0197a000-0000-7000-8000-000000000001')).toMatchObject({
      note: 'not yet saved',
    });
    const posts = createPostRepository(database);
    expect((await posts.list()).map(({ title }) => title)).toContain(
      'Consensus for the rest of us',
    );
    expect((await posts.findFeedState())?.status).toBe(version === 1 ? 'failed' : 'done');
    expect((await createLibraryRepository(database).read()).annotations).toHaveLength(rows.length);
  });

  test('is written to: by its new indexes, too', async () => {
    const annotations = createAnnotationRepository(await openAfter(fixture));
    const id = '0197a000-0000-7000-8000-000000000002';
    expect(await annotations.saveTags(id, ['upgraded'])).toMatchObject({ body: { value: NOTE } });
    expect(await annotations.listTags()).toContain('upgraded');
  });
});
