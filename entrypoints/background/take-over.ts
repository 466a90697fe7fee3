import browser from 'webextension-polyfill';
import { enterOpenTabs } from './open-tabs.ts';
import { type PendingServices, takePending } from './take-pending.ts';

/** Go on where the Waymark before has left off: in the pages it was in, and with what they kept. */
export function takeOver(services: Omit<PendingServices, 'shelf'>): void {
  enterOpenTabs();
  takePending({ ...services, shelf: browser.storage.local });
}
