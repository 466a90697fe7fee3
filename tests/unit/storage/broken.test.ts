import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createFollower } from '../../../lib/storage/follower.ts';
import { glanceAt } from '../../../lib/storage/glance.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import { createOpening } from '../../../lib/storage/opening.ts';
import { salvage } from '../../../lib/storage/salvage.ts';
import { BlockedError, faultOf } from '../../../lib/storage/storage-fault.ts';
import { createTroubleLog, toReport } from '../../../lib/storage/trouble-log.ts';
import { anAnnotation, freshDatabase, freshName, permalinkOf } from './fresh-database.ts';

const NOW = '2026-11-23T12:00:00.000Z';

describe('what an error says about the library', () => {
  const wrapped = Object.assign(new Error('Transaction aborted'), {
    name: 'AbortError',
    inner: new DOMException('', 'QuotaExceededError'),
  });
  test.each<[string, unknown, string | undefined]>([
    ['there is no room', new DOMException('', 'QuotaExceededError'), 'full'],
    ['Dexie says so', new Dexie.QuotaExceededError('full'), 'full'],
    ['something within says so', wrapped, 'full'],
    ['the background says so', new Error('QuotaExceededError: no room'), 'full'],
    ['another tab holds it', new BlockedError('held'), 'blocked'],
    [
      'its files are damaged',
      new DOMException('Internal error opening backing store', 'UnknownError'),
      'unreadable',
    ],
    ['Dexie cannot open it', new Dexie.OpenFailedError('no'), 'unreadable'],
    ['nothing of the kind', new TypeError('x is not a function'), undefined],
    ['no error at all', undefined, undefined],
  ])('%s', (_, error, fault) => {
    expect(faultOf(error)).toBe(fault);
  });

  test('errors that cause each other end somewhere', () => {
    const error = new Error('round');
    error.cause = error;
    expect(faultOf(error)).toBeUndefined();
  });
});

/** A library of the first version that is held open by someone who does not let go. */
async function holdOld(name: string): Promise<IDBDatabase> {
  const old = indexedDB.open(name, 10);
  old.onupgradeneeded = () => {
    const store = old.result.createObjectStore('annotations', { keyPath: 'id' });
    store.createIndex('target.source', 'target.source');
    store.createIndex('created', 'created');
    old.result
      .createObjectStore('posts', { keyPath: 'permalink' })
      .createIndex('published', 'published');
    for (const [table, key] of [
      ['drafts', 'id'],
      ['states', 'key'],
    ] as const) {
      old.result.createObjectStore(table, { keyPath: key });
    }
  };
  await new Promise((resolve) => {
    old.onsuccess = resolve;
  });
  return old.result;
}

describe('an upgrade that another tab holds up', () => {
  test('is told instead of waited for, and answers once the tab has gone', async () => {
    const name = freshName();
    const held = await holdOld(name);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const database = openDatabase(name);
    const opening = createOpening(database, { blocked: 1, silent: 1000, failed: 1000 });
    const annotations = createAnnotationRepository(database);
    const told = vi.fn();
    opening.watch(told, new AbortController().signal);
    const waiting = annotations.listAll();
    await expect(opening.unlessBlocked(() => waiting)).rejects.toThrow(BlockedError);
    await expect(opening.unlessBlocked(() => annotations.count())).rejects.toThrow(BlockedError);
    expect(told).toHaveBeenLastCalledWith(expect.any(BlockedError));

    held.close();
    expect(await waiting).toEqual([]);
    expect(told).toHaveBeenLastCalledWith(undefined);
    expect(await opening.unlessBlocked(() => annotations.count())).toBe(0);
    warn.mockRestore();
  });

  test('is told to those, too, who wait behind another, and whom the browser tells nothing', async () => {
    const database = freshDatabase();
    const opening = createOpening(database, { blocked: 1, silent: 1, failed: 1000 });
    const never = () => new Promise<never>(() => {});
    await expect(opening.unlessBlocked(never)).rejects.toThrow(BlockedError);
    await database.open();
    expect(await opening.unlessBlocked(async () => 'open')).toBe('open');
  });

  test('is not suspected where nobody needs the library', async () => {
    const opening = createOpening(freshDatabase(), { blocked: 1, silent: 5, failed: 1000 });
    expect(await opening.unlessBlocked(async () => 'done')).toBe('done');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await opening.unlessBlocked(async () => 'done again')).toBe('done again');
  });
});

describe('a library that could not be opened', () => {
  /** Dexie tries this often before it gives up. */
  const giveUp = () =>
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });

  test('is tried again a moment later, by whoever needs it then', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const database = freshDatabase();
    const opening = createOpening(database, { blocked: 1, silent: 1000, failed: 1 });
    const annotations = createAnnotationRepository(database);
    const full = giveUp();
    const failing = opening.unlessBlocked(() => annotations.save(anAnnotation()));
    await expect(failing).rejects.toThrow('backing store');
    full.mockRestore();
    await vi.waitFor(() => opening.unlessBlocked(() => annotations.save(anAnnotation())));
    expect(await annotations.count()).toBe(1);
    warn.mockRestore();
  });

  test('is not taken to be held by another tab', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const database = freshDatabase();
    const opening = createOpening(database, { blocked: 1, silent: 5, failed: 1 });
    const told = vi.fn();
    opening.watch(told, new AbortController().signal);
    const full = giveUp();
    await expect(createAnnotationRepository(database).count()).rejects.toThrow('backing store');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).not.toHaveBeenCalled();
    full.mockRestore();
    warn.mockRestore();
  });

  test('stays closed once it has been closed on purpose', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const database = freshDatabase();
    createOpening(database, { blocked: 1, silent: 5, failed: 1 });
    const full = giveUp();
    await expect(database.open()).rejects.toThrow('backing store');
    database.close();
    full.mockRestore();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(createAnnotationRepository(database).count()).rejects.toThrow('DatabaseClosed');
    warn.mockRestore();
  });
});

describe('a library that a newer Waymark has changed', () => {
  test('is read all the same', async () => {
    const name = freshName();
    const note = anAnnotation({ note: 'still here' });
    const today = openDatabase(name);
    await createAnnotationRepository(today).save(note);
    today.close();
    const newer = new Dexie(name);
    newer
      .version(9)
      .stores({ futures: 'id', annotations: 'id, target.source, created, deleted, *tags, mood' });
    await newer.open();
    newer.close();
    const again = createAnnotationRepository(openDatabase(name));
    expect(await again.listBySource(permalinkOf('one'))).toEqual([note]);
  });
});

describe('rows that no schema accepts', () => {
  const sound = anAnnotation({ note: 'sound' });
  const mendable = { ...anAnnotation({ start: 5 }), tags: 'none', created: NOW };
  const lost = { id: 'lost', target: { source: 7 }, created: NOW };

  async function damaged() {
    const database = freshDatabase();
    const rows = database.table('annotations');
    await rows.bulkPut([sound, mendable, lost]);
    return database;
  }

  test('break no list: what can be shown is shown', async () => {
    const database = await damaged();
    const annotations = createAnnotationRepository(database);
    const ids = [sound.id, mendable.id];
    expect((await annotations.listAll()).map(({ id }) => id)).toEqual(ids);
    expect((await annotations.listBySource(permalinkOf('one'))).map(({ id }) => id)).toEqual(ids);
    expect((await annotations.listLatest(9)).map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect(await annotations.find('lost')).toBeUndefined();
    expect(await annotations.saveTags(mendable.id, ['one'])).toMatchObject({ tags: ['one'] });
    const glance = await glanceAt(Promise.resolve(permalinkOf('one')), 9, database.name);
    expect(glance?.notes.map(({ id }) => id)).toEqual(ids);
  });

  test('are counted where all are listed', async () => {
    const database = await damaged();
    const { promise, resolve } = Promise.withResolvers<[number, number]>();
    createFollower(database).follow(
      (all, isWhole, count) => isWhole && resolve([all.size, count]),
      () => {},
      new AbortController().signal,
    );
    expect(await promise).toEqual([2, 1]);
  });

  test('are among all that can be saved of the library', async () => {
    const database = await damaged();
    expect((await createLibraryRepository(database).read()).annotations).toHaveLength(3);
    const { tables, lost: gone, version } = await salvage(database.name);
    expect(tables.annotations).toEqual(expect.arrayContaining([sound, mendable, lost]));
    expect([gone, version]).toEqual([0, 40]);
  });

  test('of one that cannot be read at all the others are saved', async () => {
    const database = await damaged();
    const all = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Failed to read large value', 'DataError');
    });
    const { get } = IDBObjectStore.prototype;
    const one = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === 'lost') throw new DOMException('Failed to read large value', 'DataError');
      return get.call(this, key);
    });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { tables, lost: gone } = await salvage(database.name);
    for (const spy of [all, one, warn]) spy.mockRestore();
    expect(tables.annotations).toHaveLength(2);
    expect(gone).toBe(1);
  });

  test('where there is no library none is made', async () => {
    const name = freshName();
    await expect(salvage(name)).rejects.toThrow();
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  });
});

describe('what went wrong', () => {
  function aLog(values = new Map<string, unknown>()) {
    return createTroubleLog({
      get: async ([key = '']) => ({ [key]: values.get(key) }),
      set: async (given) => {
        for (const [key, value] of Object.entries(given)) values.set(key, value);
      },
      remove: async ([key = '']) => void values.delete(key),
    });
  }
  const trouble = (details: string) => ({ at: NOW, where: 'popup.html', doing: 'trying', details });

  test('is kept, newest first, the same one once, and no more than anyone would read', async () => {
    const log = aLog();
    for (let n = 0; n < 30; n++) await log.add(trouble(`Error ${n}`));
    await log.add(trouble('Error 29'));
    const kept = await log.list();
    expect(kept).toHaveLength(20);
    expect(kept[0]).toMatchObject({ details: 'Error 29', times: 2 });
    expect(toReport(kept, 'Waymark 1')).toContain('popup.html · trying (2×)\nError 29');
    await log.clear();
    expect(await log.list()).toEqual([]);
  });

  test('is read as far as it is sound', async () => {
    const log = aLog(new Map([['troubles', [{ at: 1 }, { ...trouble('kept'), times: 1 }]]]));
    expect(await log.list()).toHaveLength(1);
  });
});
