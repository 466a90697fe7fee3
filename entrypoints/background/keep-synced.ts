import browser from 'webextension-polyfill';
import type { Database } from '../../lib/storage/database.ts';
import { readShared } from '../../lib/storage/group-repository.ts';
import { watchQuery } from '../../lib/storage/watch.ts';
import type { Announcer } from './announce.ts';
import { openSyncArea } from './open-sync-area.ts';
import { createSyncer, SYNC_ALARM, type Syncer } from './syncer.ts';

/** Whoever writes goes on doing so. Milliseconds. */
const LULL = 1000;

/** What was shared with a group when that was last looked at; see `readShared`. */
const SHARED = 'shared';

/** Sync at the start, by alarm, when the network comes back and after writes, whoever makes them. */
export function keepSynced(database: Database, announcer: Pick<Announcer, 'announce'>): Syncer {
  const syncer = createSyncer({ database, announcer, kept: openSyncArea() });
  const cannotBegin = (error: unknown) => console.error('Waymark: sync cannot begin', error);
  const sync = () => {
    syncer.sync().catch(cannotBegin);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) sync();
  });
  browser.runtime.onStartup.addListener(sync);
  addEventListener('online', sync);
  const failed = (error: unknown) =>
    console.error('Waymark: what is to be sent cannot be watched', error);
  const { signal } = new AbortController();
  let lull: ReturnType<typeof setTimeout> | undefined;
  const syncSoon = () => {
    clearTimeout(lull);
    lull = setTimeout(sync, LULL);
  };
  const count = () => database.outbox.count();
  watchQuery(count, (waiting) => waiting > 0 && syncSoon(), failed, signal);
  const onShared = (shared: string) => {
    isNewsOfShared(shared).then((isNews) => isNews && syncSoon(), failed);
  };
  watchQuery(() => readShared(database), onShared, failed, signal);
  syncer.resume().catch(cannotBegin);
  return syncer;
}

/** Whether this was not known yet. Backgrounds are ended and begin again while a browser runs. */
async function isNewsOfShared(shared: string): Promise<boolean> {
  const { session } = browser.storage;
  const { [SHARED]: known = '' } = await session.get(SHARED);
  if (known === shared) return false;
  await session.set({ [SHARED]: shared });
  return true;
}
