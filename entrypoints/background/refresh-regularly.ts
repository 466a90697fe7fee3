import browser from 'webextension-polyfill';
import type { SiteRefreshers } from './site-refreshers.ts';

/** Looks twice a day whether the posts are stale. */
const REGULAR = 'refresh-posts';

/** Wakes the background for one reading: to go on with it, or to try it again. */
const ONCE = 'refresh-posts-again';

/** Should the alarm itself be answered by a worker that dies. Minutes. */
const AGAIN = 5;

/** Whether there is a network, as far as the browser knows. */
export const isOnline = () => navigator.onLine;

/** Have the background woken at that time, in milliseconds since the epoch; by undefined, not. */
export function wakeAt(time: number | undefined): void {
  if (time === undefined) browser.alarms.clear(ONCE);
  else browser.alarms.create(ONCE, { when: time, periodInMinutes: AGAIN });
}

/**
 * Refresh the posts twice a day, when an attempt is to be made again, when the network comes back,
 * and when the background wakes to find a reading interrupted; those of other sites twice a day, and
 * with the network.
 */
export function refreshRegularly({ blog, list }: SiteRefreshers): void {
  const refreshAll = async () => {
    for (const refresher of await list()) await refresher.refresh(false);
  };
  keepRegularAlarm();
  // A browser that starts wakes only backgrounds that wait for it.
  browser.runtime.onStartup.addListener(() => blog.resume());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REGULAR) refreshAll();
    if (name === ONCE) blog.refresh(false);
  });
  addEventListener('online', refreshAll);
  blog.resume();
}

/** Firefox forgets alarms when it is closed; and one made anew each time would never ring. */
async function keepRegularAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(REGULAR);
  if (!alarm) browser.alarms.create(REGULAR, { periodInMinutes: 12 * 60 });
}
