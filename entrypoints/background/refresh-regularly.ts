import browser from 'webextension-polyfill';
import type { PostRefresher } from './refresh-posts.ts';

/** Looks twice a day whether the posts are stale. */
const REGULAR = 'refresh-posts';

/** Wakes the background for one reading: to go on with it, or to try it again. */
const ONCE = 'refresh-posts-again';

/** Should the alarm itself be answered by a worker that dies. Minutes. */
const AGAIN = 5;

/** Have the background woken at that time, in milliseconds since the epoch; by undefined, not. */
export function wakeAt(time: number | undefined): void {
  if (time === undefined) browser.alarms.clear(ONCE);
  else browser.alarms.create(ONCE, { when: time, periodInMinutes: AGAIN });
}

/**
 * Refresh the posts twice a day, when an attempt is to be made again, when the network comes back,
 * and when the background wakes to find a reading interrupted.
 */
export function refreshRegularly(refresher: PostRefresher): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.alarms.create(REGULAR, { periodInMinutes: 12 * 60 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REGULAR || name === ONCE) refresher.refresh(false);
  });
  addEventListener('online', () => refresher.refresh(false));
  refresher.resume();
}
