import browser from 'webextension-polyfill';
import { isBlogUrl } from '../../lib/blog/address.ts';
import { isOnAddedSite } from '../sites/granted.ts';

/**
 * Whether a page is in front of the reader that shows annotations: one of Waymark's own, or of a
 * site on which Waymark works, which is the active tab of some window.
 */
export async function isInFront(): Promise<boolean> {
  const ownUrl = browser.runtime.getURL('');
  // Of other tabs the browser does not tell the address.
  for (const { url } of await browser.tabs.query({ active: true })) {
    if (url === undefined) continue;
    if (url.startsWith(ownUrl) || isBlogUrl(url) || (await isOnAddedSite(url))) return true;
  }
  return false;
}
