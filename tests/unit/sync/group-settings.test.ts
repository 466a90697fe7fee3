import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createGroupRepository } from '../../../lib/storage/group-repository.ts';
import { createInventory } from '../../../lib/storage/inventory.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import { findGroupConfig } from '../../../lib/sync/group-config.ts';
import { createGroupJob } from '../../../lib/sync/group-job.ts';
import { createGroupSettings, type Joining } from '../../../lib/sync/group-settings.ts';
import { createSyncSettings } from '../../../lib/sync/sync-settings.ts';
import { createFaultyFetch } from '../../couch/faults.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { anAnnotation, freshDatabase, permalinkOf } from '../storage/fresh-database.ts';
import { createArea } from './connected.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

/** A browser with a page of settings, and a background that does what it is asked. */
function aBrowser() {
  const database = freshDatabase();
  const kept = createArea();
  const line = { fetch: globalThis.fetch as typeof fetch, isOnline: true };
  const ask: typeof fetch = (...given) => line.fetch(...given);
  const { stop, ...job } = createGroupJob({
    database,
    findConfig: () => findGroupConfig(kept),
    fetch: ask,
    locks: navigator.locks,
    isOnline: () => line.isOnline,
  });
  const given = {
    database,
    kept,
    locks: navigator.locks,
    fetch: ask,
    isOnline: true,
    askToSync: (wish?: unknown) => job.run(wish),
    askToStop: stop,
  };
  return {
    database,
    job: { run: () => job.run(undefined) },
    line,
    settings: createGroupSettings(given),
    sync: createSyncSettings({ ...given, askToSync: async () => {} }),
    annotations: createAnnotationRepository(database),
    group: createGroupRepository(database),
    status: async () => (await database.groupState.get('status'))?.value,
  };
}

async function joining(changes: Partial<Joining> = {}): Promise<Joining> {
  const { user, password } = couch;
  return { address: await couch.createDatabase(), user, password, name: 'Ada', ...changes };
}

/** Two browsers in one group, of which the first shares a note. */
async function aGroup(passphrase?: string) {
  const [here, there] = [aBrowser(), aBrowser()];
  const given = await joining(passphrase ? { passphrase } : {});
  expect(await here.settings.join(given)).toMatchObject({ is: 'good' });
  expect(await there.settings.join({ ...given, name: 'Grace' })).toMatchObject({ is: 'good' });
  const annotation = anAnnotation({ note: 'A thought.' });
  await here.annotations.save(annotation);
  await here.group.share(annotation.id, true);
  await here.job.run();
  await there.job.run();
  const read = async () => (await there.group.find(permalinkOf('one')))?.notes ?? [];
  expect(await read()).toMatchObject([{ author: 'Ada' }]);
  return { here, there, given, annotation, read };
}

describe('joining a group', () => {
  test('needs a name, and a database that is not that of the reader’s own sync', async () => {
    const { settings, sync } = aBrowser();
    const given = await joining();
    expect(await settings.join({ ...given, name: '  ' })).toEqual({ is: 'no-name' });
    const { name: _, ...credentials } = given;
    expect(await sync.connect(credentials)).toMatchObject({ is: 'good' });
    expect(await settings.join(given)).toEqual({ is: 'one-for-both' });
    expect(await settings.find()).toBeUndefined();
    await sync.disconnect();
    expect(await settings.join(given)).toMatchObject({ is: 'good' });
    // Else everything would go where everyone in the group can read it.
    expect(await sync.connect({ ...credentials, address: `${given.address}/` })).toEqual({
      is: 'one-for-both',
    });
    expect(await sync.find()).toBeUndefined();
  });

  test('is refused in words of its own to who is not let in, whose password is right', async () => {
    const given = await joining();
    const path = new URL(given.address).pathname;
    const security = { admins: { names: ['nobody'] }, members: { names: ['somebody'] } };
    await couch.ask('PUT', `${path}/_security`, security);
    const stranger = await couch.createUser('outsider', 'a word');
    const { settings } = aBrowser();
    expect(await settings.join({ ...given, ...stranger })).toEqual({ is: 'forbidden' });
    expect(await settings.test({ ...given, ...stranger, password: 'guessed' })).toEqual({
      is: 'password',
    });
    await couch.ask('PUT', `${path}/_security`, { ...security, members: { names: ['outsider'] } });
    expect(await settings.join({ ...given, ...stranger })).toMatchObject({ is: 'good' });
  });

  test('works without sync, with the group’s passphrase and not with another', async () => {
    const { given, there } = await aGroup('our passphrase');
    const { settings } = aBrowser();
    expect(await settings.join({ ...given, passphrase: 'mine' })).toEqual({
      is: 'wrong-passphrase',
    });
    expect(await there.status()).toMatchObject({ is: 'idle', lastSuccess: expect.any(String) });
  });
});

describe('leaving a group', () => {
  test('withdraws what was shared, and forgets what others share', async () => {
    const { here, there, read, annotation } = await aGroup();
    expect(await here.settings.leave()).toBeUndefined();
    await there.job.run();
    expect(await read()).toEqual([]);
    expect(await here.settings.find()).toBeUndefined();
    expect(await here.annotations.find(annotation.id)).toEqual(annotation);
    await there.settings.leave();
    expect(await there.group.find(permalinkOf('one'))).toBeUndefined();
    expect(await there.database.groupNotes.count()).toBe(0);
  });

  test('says so when the server cannot be reached, and what is shared stays there', async () => {
    const { here, there, read } = await aGroup();
    here.line.fetch = createFaultyFetch('unreachable', 1);
    expect(await here.settings.leave()).toBe('offline');
    expect(await here.settings.find()).toBeUndefined();
    await there.job.run();
    expect(await read()).toHaveLength(1);
  });
});

describe('a run', () => {
  test('that fails says why, and the next one goes on', async () => {
    const { here, annotation } = await aGroup();
    const { lastSuccess } = (await here.status()) as { lastSuccess: string };
    await here.group.share(annotation.id, false);
    here.line.fetch = createFaultyFetch('full', 1);
    await here.job.run();
    expect(await here.status()).toMatchObject({ is: 'attention', why: 'full', lastSuccess });
    here.line.isOnline = false;
    await here.job.run();
    expect(await here.status()).toMatchObject({ is: 'offline', why: 'offline', lastSuccess });
    Object.assign(here.line, { isOnline: true, fetch });
    await here.job.run();
    expect(await here.status()).toMatchObject({ is: 'idle', sent: 1 });
  });

  test('after everything was erased here deletes nothing there', async () => {
    const { here, there, read } = await aGroup();
    await createInventory(here.database).eraseAll();
    await here.job.run();
    await there.job.run();
    expect(await read()).toHaveLength(1);
    expect(await here.status()).toBeUndefined();
  });
});

test('what others share, and the way to them, are in no export and no backup', async () => {
  const { there } = await aGroup();
  const all = JSON.stringify(await createLibraryRepository(there.database).read());
  expect(all).not.toMatch(/A thought|Ada|http:\/\/127/);
  for (const table of there.database.tables) {
    expect(JSON.stringify(await table.toArray()), table.name).not.toContain(couch.password);
  }
});
