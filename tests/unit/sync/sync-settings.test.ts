import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packLibrary, unpackLibrary } from '../../../lib/exchange/pack-library.ts';
import type { LongLibrary } from '../../../lib/exchange/waymark-json.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import type { Database } from '../../../lib/storage/database.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import type { Credentials } from '../../../lib/sync/connect.ts';
import { createSyncJob } from '../../../lib/sync/sync-job.ts';
import {
  createSyncSettings,
  findSyncConfig,
  type SyncView,
} from '../../../lib/sync/sync-settings.ts';
import { createFaultyFetch } from '../../couch/faults.ts';
import { type Couch, findFreePort, startCouch } from '../../couch/server.ts';
import { anAnnotation, freshDatabase } from '../storage/fresh-database.ts';
import { createArea } from './connected.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

/** A browser with a page of settings, and a background that does what it is asked. */
function aBrowser(options: { fetch?: typeof fetch; isOnline?: boolean; now?: () => Date } = {}) {
  const database = freshDatabase();
  const kept = createArea();
  const given = { fetch: options.fetch ?? fetch, isOnline: options.isOnline ?? true };
  const job = createSyncJob({
    database,
    findConfig: () => findSyncConfig(kept),
    fetch: given.fetch,
    locks: navigator.locks,
    isOnline: () => given.isOnline,
    onChanged: () => {},
    ...(options.now && { now: options.now }),
  });
  const settings = createSyncSettings({
    ...given,
    database,
    kept,
    askToSync: (wish) => job.run(wish),
    askToStop: () => job.stop(),
  });
  return { database, kept, job, settings, annotations: createAnnotationRepository(database) };
}

async function credentials(): Promise<Credentials> {
  const { user, password } = couch;
  return { address: await couch.createDatabase(), user, password };
}

const statusOf = async ({ syncState }: Database) => (await syncState.get('status'))?.value;

describe('trying a connection', () => {
  const { settings } = aBrowser();
  const tried = async (changes: Partial<Credentials>) =>
    (await settings.test({ ...(await credentials()), ...changes })).is;

  test('that is good says what is there, and leaves nothing behind', async () => {
    const given = await credentials();
    expect(await settings.test(given)).toEqual({ is: 'good', documents: 0, isEncrypted: false });
    expect(await settings.test(given)).toEqual({ is: 'good', documents: 0, isEncrypted: false });
    expect(await settings.find()).toBeUndefined();
  });

  test('tells a wrong password from a database that is not there', async () => {
    expect(await tried({ password: 'guessed' })).toBe('password');
    expect(await tried({ address: `${couch.origin}/nowhere` })).toBe('no-database');
  });

  test('tells what is no address, not secure, or names no database', async () => {
    expect(await tried({ address: 'my server' })).toBe('no-address');
    expect(await tried({ address: 'ftp://couch.example/notes' })).toBe('no-address');
    expect(await tried({ address: 'http://couch.example/notes' })).toBe('not-secure');
    expect(await tried({ address: couch.origin })).toBe('no-database');
  });

  test('tells that nothing answers, and that there is no network', async () => {
    const address = `http://127.0.0.1:${await findFreePort()}/notes`;
    expect(await tried({ address })).toBe('unreachable');
    const offline = aBrowser({ isOnline: false }).settings;
    expect((await offline.test({ ...(await credentials()), address })).is).toBe('offline');
  });

  test('tells that a server does not let extensions read its answers', async () => {
    const blocked: typeof fetch = async (input, options) => {
      if (options?.mode !== 'no-cors') throw new TypeError('Failed to fetch');
      return fetch(input, { method: 'GET' });
    };
    const { settings } = aBrowser({ fetch: blocked });
    expect((await settings.test(await credentials())).is).toBe('cors');
  });

  test.each([
    ['page', 'not-couchdb'],
    ['garbage', 'not-couchdb'],
    ['full', 'full'],
    ['broken', 'server'],
  ] as const)('tells a server whose fault is “%s”', async (fault, is) => {
    const { settings } = aBrowser({ fetch: createFaultyFetch(fault, 1) });
    expect((await settings.test(await credentials())).is).toBe(is);
  });

  test('tells whether a passphrase is needed, wrong, or too late', async () => {
    const given = await credentials();
    const here = aBrowser();
    await here.settings.connect({ ...given, passphrase: 'the right one' });
    expect((await settings.test(given)).is).toBe('no-passphrase');
    expect((await settings.test({ ...given, passphrase: 'another' })).is).toBe('wrong-passphrase');
    expect((await settings.test({ ...given, passphrase: 'the right one' })).is).toBe('good');
    const plain = await credentials();
    const other = aBrowser();
    await other.annotations.save(anAnnotation());
    await other.settings.connect(plain);
    expect((await settings.test({ ...plain, passphrase: 'too late' })).is).toBe('not-encrypted');
  });
});

describe('two browsers that are connected', () => {
  test('have the same, and say so; neither keeps its password in the library', async () => {
    const given = await credentials();
    const [here, there] = [aBrowser(), aBrowser()];
    await here.annotations.save(anAnnotation({ note: 'A thought.' }));
    const views: (SyncView | undefined)[] = [];
    const stop = new AbortController();
    here.settings.watch((view) => views.push(view), console.error, stop.signal);
    expect((await here.settings.connect(given)).is).toBe('good');
    await there.settings.connect(given);
    expect(await there.annotations.listAll()).toEqual(await here.annotations.listAll());
    await vi.waitFor(() =>
      expect(views.at(-1)).toMatchObject({ status: { is: 'idle' }, waiting: 0 }),
    );
    expect(views[0]).toBeUndefined();
    expect(views.at(-1)?.log).toMatchObject([{ what: 'done', sent: 1, received: 0 }]);
    stop.abort();
    for (const table of here.database.tables) {
      expect(JSON.stringify(await table.toArray()), table.name).not.toContain(couch.password);
    }
  });

  test('export and back up nothing of what they are connected with', async () => {
    const given = { ...(await credentials()), passphrase: 'nobody reads along' };
    const here = aBrowser();
    await here.annotations.save(anAnnotation({ note: 'A thought.' }));
    expect((await here.settings.connect(given)).is).toBe('good');
    const { secret = '' } = (await here.settings.find()) ?? {};
    const library = createLibraryRepository(here.database);
    const { readSurroundings } = library as unknown as LongLibrary;
    const packed = await packLibrary({ annotations: library.readAnnotations(), readSurroundings });
    const file = new TextDecoder().decode(await unpackLibrary(packed.bytes));
    expect(file).toContain('A thought.');
    for (const kept of [couch.password, given.passphrase, secret, new URL(given.address).host]) {
      expect(kept).not.toBe('');
      expect(file).not.toContain(kept);
      expect(file).not.toContain(JSON.stringify(kept).slice(1, -1));
    }
  });

  test('that are encrypted send nothing to a server that has lost the key check', async () => {
    const given = { ...(await credentials()), passphrase: 'nobody reads along' };
    const here = aBrowser();
    await here.settings.connect(given);
    const { pathname } = new URL(given.address);
    const { json } = await couch.ask('GET', `${pathname}/waymark-key`);
    const { _rev: revision } = json as { _rev: string };
    await couch.ask('DELETE', `${pathname}/waymark-key?rev=${revision}`);
    await here.annotations.save(anAnnotation({ note: 'A thought.' }));
    await here.settings.sync(false);
    const status = { is: 'attention', why: 'not-encrypted' };
    expect(await statusOf(here.database)).toMatchObject(status);
    expect((await couch.ask('GET', `${pathname}/_all_docs`)).json).toMatchObject({ rows: [] });
  });

  test('that are not send nothing plain to a database that is by now', async () => {
    const given = await credentials();
    const here = aBrowser();
    await here.settings.connect(given);
    const there = aBrowser();
    await there.settings.connect({ ...given, passphrase: 'from now on' });
    await here.annotations.save(anAnnotation({ note: 'A thought.' }));
    await here.settings.sync(false);
    const status = { is: 'attention', why: 'no-passphrase' };
    expect(await statusOf(here.database)).toMatchObject(status);
    const { pathname } = new URL(given.address);
    const { json } = await couch.ask('GET', `${pathname}/_all_docs`);
    expect(json).toMatchObject({ rows: [{ id: 'waymark-key' }] });
  });

  test('that had the same before have nothing to tell each other', async () => {
    const given = await credentials();
    const [here, there] = [aBrowser(), aBrowser()];
    const annotation = anAnnotation({ note: 'From a backup.' });
    for (const { annotations } of [here, there]) await annotations.save(annotation);
    await here.settings.connect(given);
    await there.settings.connect(given);
    expect(await statusOf(there.database)).toMatchObject({ is: 'idle', sent: 0, received: 1 });
    await here.settings.disconnect();
    await here.settings.connect(given);
    expect(await statusOf(here.database)).toMatchObject({ is: 'idle', sent: 0, received: 1 });
  });

  test('go on after one was disconnected, which keeps what it has and notes nothing any more', async () => {
    const given = await credentials();
    const here = aBrowser();
    await here.annotations.save(anAnnotation());
    await here.settings.connect(given);
    await here.settings.disconnect();
    expect([await here.settings.find(), here.kept.values]).toEqual([undefined, {}]);
    await here.annotations.save(anAnnotation({ start: 7 }));
    expect(await here.annotations.listAll()).toHaveLength(2);
    expect(await here.database.outbox.count()).toBe(0);
    const there = aBrowser();
    await there.settings.connect(given);
    expect(await there.annotations.listAll()).toHaveLength(1);
  });

  test.each(['is under way', 'begins at that moment'])(
    'leave nothing behind when one is disconnected while a run %s',
    async (when) => {
      const here = aBrowser();
      await here.settings.connect(await credentials());
      await here.annotations.save(anAnnotation());
      const runs: Promise<void>[] = [];
      const run = () => void runs.push(here.job.run({ mayRemove: false }));
      const settings = createSyncSettings({
        ...{ database: here.database, kept: here.kept, fetch, isOnline: true },
        askToSync: async () => {},
        async askToStop() {
          await here.job.stop();
          if (when === 'begins at that moment') run();
        },
      });
      if (when === 'is under way') run();
      await settings.disconnect();
      await Promise.all(runs);
      expect(await here.database.syncState.toArray()).toEqual([]);
      expect(await here.database.synced.count()).toBe(0);
    },
  );

  test('stop when the library was erased, and bring nothing back unasked', async () => {
    const given = await credentials();
    const here = aBrowser();
    await here.annotations.save(anAnnotation());
    await here.settings.connect(given);
    await here.database.transaction('rw', here.database.tables, () =>
      Promise.all(here.database.tables.map((table) => table.clear())),
    );
    await here.settings.sync(false);
    const stop = new AbortController();
    const view = await new Promise((told, failed) => {
      here.settings.watch(told, failed, stop.signal);
    });
    stop.abort();
    expect(view).toMatchObject({ status: { is: 'attention', why: 'erased' } });
    expect(await here.annotations.listAll()).toEqual([]);
  });
});

describe('a sync that would remove much, and is to keep everything,', () => {
  const twelve = () => Array.from({ length: 12 }, (_, start) => anAnnotation({ start }));
  const connected = async () => {
    const given = await credentials();
    const [here, there] = [aBrowser(), aBrowser()];
    const all = twelve();
    for (const annotation of all) await here.annotations.save(annotation);
    await here.settings.connect(given);
    await there.settings.connect(given);
    return { here, there, all };
  };

  test('brings back what the other browser has deleted', async () => {
    const { here, there, all } = await connected();
    for (const { id } of all) await there.annotations.delete(id);
    await there.settings.sync(true);
    await here.settings.sync(false);
    expect(await statusOf(here.database)).toMatchObject({ why: 'removes', count: 12 });
    await here.settings.keepAll();
    expect(await statusOf(here.database)).toMatchObject({ is: 'idle' });
    await there.settings.sync(false);
    expect(await here.annotations.listAll()).toHaveLength(12);
    expect(await there.annotations.listAll()).toHaveLength(12);
  });

  test('brings back what was deleted here', async () => {
    const { here, there, all } = await connected();
    for (const { id } of all) await here.annotations.delete(id);
    await here.settings.sync(false);
    expect(await statusOf(here.database)).toMatchObject({ why: 'removes', count: 12 });
    await here.settings.keepAll();
    expect(await statusOf(here.database)).toMatchObject({ is: 'idle' });
    await there.settings.sync(false);
    expect(await here.annotations.listAll()).toHaveLength(12);
    expect(await there.annotations.listAll()).toHaveLength(12);
  });
});

describe('a job', () => {
  test('that is stopped amid what it sends ends at once, says so, and goes on with the next', async () => {
    let isStuck = false;
    let stuck = 0;
    const reached = Promise.withResolvers<void>();
    const sticking: typeof fetch = (input, options) => {
      if (!isStuck || !String(input).includes('_bulk_docs')) return fetch(input, options);
      stuck += 1;
      reached.resolve();
      return new Promise((_, reject) => {
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      });
    };
    const here = aBrowser({ fetch: sticking });
    await here.settings.connect(await credentials());
    isStuck = true;
    await here.annotations.save(anAnnotation());
    const running = here.job.run({ mayRemove: false });
    await reached.promise;
    await here.settings.stop();
    // What has left the outbox and has not arrived still waits.
    expect(await here.database.outbox.count()).toBe(0);
    expect(await statusOf(here.database)).toMatchObject({ is: 'stopped', sent: 0, toSend: 1 });
    await running;
    // Nor is that forgotten by another run that comes no further.
    const again = here.job.run({ mayRemove: false });
    await vi.waitFor(() => expect(stuck).toBe(2));
    await here.settings.stop();
    await again;
    expect(await statusOf(here.database)).toMatchObject({ is: 'stopped', sent: 0, toSend: 1 });
    isStuck = false;
    await here.job.run({ mayRemove: false });
    expect(await statusOf(here.database)).toMatchObject({ is: 'idle', sent: 1, toSend: 0 });
  });

  test('asked for many times at once runs once more after the first, and never two at a time', async () => {
    let [open, most] = [0, 0];
    const counting: typeof fetch = async (...asked) => {
      open += 1;
      most = Math.max(most, open);
      const response = await fetch(...asked);
      open -= 1;
      return response;
    };
    const here = aBrowser({ fetch: counting });
    await here.annotations.save(anAnnotation());
    await here.settings.connect(await credentials());
    await Promise.all(Array.from({ length: 10 }, () => here.job.run({ mayRemove: false })));
    expect(await statusOf(here.database)).toMatchObject({ is: 'idle' });
    expect(most).toBeLessThanOrEqual(3);
  });

  test('compares everything once a week, and so finds what a server says it has stored and has not', async () => {
    let now = Date.parse('2026-05-01T10:00:00.000Z');
    let isWell = true;
    const forgetting = createFaultyFetch('forgets', 1);
    const here = aBrowser({
      fetch: (...asked) => (isWell ? fetch(...asked) : forgetting(...asked)),
      now: () => new Date(now),
    });
    const given = await credentials();
    await here.settings.connect(given);
    isWell = false;
    await here.annotations.save(anAnnotation());
    await here.job.run({ mayRemove: false });
    isWell = true;
    const { pathname } = new URL(given.address);
    const runAfter = async (days: number) => {
      now += days * 24 * 60 * 60 * 1000;
      await here.job.run({ mayRemove: false });
      return ((await couch.ask('GET', pathname)).json as { doc_count: number }).doc_count;
    };
    expect(await runAfter(6)).toBe(0);
    expect(await runAfter(1.5)).toBe(1);
    // Not once more with every run from then on.
    const { syncState } = here.database;
    expect(await syncState.get('checked')).toMatchObject({ value: now });
    await runAfter(1);
    expect(await syncState.get('checked')).toMatchObject({ value: now - 24 * 60 * 60 * 1000 });
  });

  test.each([
    ['unreachable', 'offline', 'offline'],
    ['broken', 'offline', 'server'],
    ['password', 'attention', 'password'],
    ['full', 'attention', 'full'],
    ['page', 'attention', 'not-couchdb'],
  ] as const)(
    'with a server whose fault is “%s” is %s, and goes on when that is over',
    async (fault, is, why) => {
      let isWell = true;
      const faulty = createFaultyFetch(fault, 1);
      const here = aBrowser({ fetch: (...asked) => (isWell ? fetch(...asked) : faulty(...asked)) });
      await here.settings.connect(await credentials());
      isWell = false;
      await here.annotations.save(anAnnotation());
      await here.job.run({ mayRemove: false });
      expect(await statusOf(here.database)).toMatchObject({ is, why });
      isWell = true;
      await here.job.run({ mayRemove: false });
      expect(await statusOf(here.database)).toMatchObject({ is: 'idle', sent: 1 });
    },
  );
});
