import browser from 'webextension-polyfill';
import { type BackupServices, createBackups } from './backups.ts';
import { saveCopy } from './copies.ts';
import { openShelf } from './open-shelf.ts';
import { noteTrouble } from './troubles.ts';

/** Looks whether a snapshot is due. */
const ALARM = 'back-up';

/** Minutes between two looks, each of which reads one value while nothing is due. */
const EVERY = 60;

/** Whoever has woken the background is served first. Milliseconds. */
const LULL = 2000;

/** Make a snapshot a day, by an alarm and when the background starts and finds that one is due. */
export function keepBackups(library: BackupServices['library']): void {
  const stayAwake = () => browser.runtime.getPlatformInfo();
  const copy: BackupServices['copy'] = (...made) =>
    saveCopy(...made).catch((error: unknown) => {
      noteTrouble('saving a copy of a backup', error);
    });
  const backups = createBackups({ library, shelf: openShelf(), copy, stayAwake });
  const makeDue = () => {
    backups.makeDue().catch((error: unknown) => {
      noteTrouble('making a backup', error);
    });
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) makeDue();
  });
  keepAlarm();
  setTimeout(makeDue, LULL);
}

/** Firefox forgets alarms when it is closed; and one made anew each time would never ring. */
async function keepAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) browser.alarms.create(ALARM, { periodInMinutes: EVERY });
}
