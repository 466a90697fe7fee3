import browser from 'webextension-polyfill';
import { findStaying } from '../sites/leaving.ts';

/** A signal that aborts when the reader takes the page's site away from Waymark. */
export function untilRemoved(document: Document): AbortSignal {
  const controller = new AbortController();
  const onMessage = (message: unknown): undefined => {
    const stay = findStaying(message);
    if (!stay || stay.includes(document.location.hostname)) return;
    browser.runtime.onMessage.removeListener(onMessage);
    controller.abort();
  };
  browser.runtime.onMessage.addListener(onMessage);
  return controller.signal;
}
