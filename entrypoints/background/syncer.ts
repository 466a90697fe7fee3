import browser from 'webextension-polyfill';
import { isInFront } from './in-front.ts';
import { createSyncParts, type SyncServices } from './sync-parts.ts';

/** Keeps the library the same as on the reader's server, and speaks with their group's, if any. */
export interface Syncer {
  /** Sync now, with whatever is on. */
  sync(mayRemove?: boolean): Promise<void>;
  /** Go on where the last background was ended: sync if that is due, and else listen. */
  resume(): Promise<void>;
  /** End the sync that is under way, if there is one, and listen no more. */
  stop(): Promise<void>;
  /**
   * Look in a moment, when tabs have come to rest, whether a page is in front of the reader that
   * would show what is new: as long as one is, listen for it.
   */
  lookSoon(): void;
}

/** Wakes the background to see what other devices have written. */
export const SYNC_ALARM = 'sync';
const EVERY_MINUTES = 5;

/** A page that has just been opened has its address then. Milliseconds. */
const MOMENT = 1000;

export function createSyncer(services: SyncServices): Syncer {
  const parts = createSyncParts(services);
  let looking: ReturnType<typeof setTimeout> | undefined;
  let isWatching = false;

  const look = async () => {
    const isWanted = await isInFront();
    for (const part of parts) await part.listen(isWanted && (await part.isOn()));
  };
  const lookSoon = () => {
    if (!isWatching) return;
    clearTimeout(looking);
    looking = setTimeout(() => {
      look().catch((error) => console.error('Waymark: nobody can listen to the server', error));
    }, MOMENT);
  };
  /** Those parts that are on. Where none is, nothing wakes the background for sync. */
  const listOn = async () => {
    const areOn = await Promise.all(parts.map((part) => part.isOn()));
    const on = parts.filter((_, at) => areOn[at]);
    isWatching = on.length > 0;
    if (isWatching) browser.tabs.onActivated.addListener(lookSoon);
    else browser.tabs.onActivated.removeListener(lookSoon);
    return on;
  };

  const syncer: Syncer = {
    async sync(mayRemove = false) {
      const on = await listOn();
      await keepAlarm(on.length > 0);
      for (const part of on) await part.run({ mayRemove });
      await look();
    },
    async resume() {
      const on = await listOn();
      const wereCutOff = await Promise.all(on.map((part) => part.wasCutOff()));
      const isDue = wereCutOff.includes(true) || !(await browser.alarms.get(SYNC_ALARM));
      if (isDue || on.length === 0) return syncer.sync();
      await look();
    },
    async stop() {
      await Promise.all(parts.map((part) => part.stop()));
    },
    lookSoon,
  };
  return syncer;
}

async function keepAlarm(isOn: boolean): Promise<void> {
  const alarm = await browser.alarms.get(SYNC_ALARM);
  if (alarm && !isOn) await browser.alarms.clear(SYNC_ALARM);
  if (!alarm && isOn) browser.alarms.create(SYNC_ALARM, { periodInMinutes: EVERY_MINUTES });
}
