import browser from 'webextension-polyfill';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';

/** In the memory of this installation's life: it ends with an update, or when Waymark is turned off. */
const ENTERED = 'entered';

/**
 * Put the content script into the pages of the blog that were open before Waymark was installed,
 * updated or turned on, where the browser has not done so itself. Once in the extension's life.
 */
export async function enterOpenTabs(): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(ENTERED))[ENTERED]) return;
  await session.set({ [ENTERED]: true });
  const tabs = await browser.tabs.query({ url: BLOG_MATCHES });
  const entered = await Promise.allSettled(tabs.map(({ id }) => enter(id)));
  for (const one of entered) {
    // A tab may show an error, or sleep: it gets the script when it is loaded.
    if (one.status === 'rejected') console.info('Waymark: a tab was left out', one.reason);
  }
}

async function enter(tabId: number | undefined): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (tabId === undefined || !script?.js) return;
  const target = { tabId };
  // Asked and done when the page is loaded: by then a script of the manifest's runs, if any does.
  const [answer] = await browser.scripting.executeScript({ target, func: isEntered });
  if (answer?.result) return;
  if (script.css) await browser.scripting.insertCSS({ target, files: script.css });
  await browser.scripting.executeScript({ target, files: script.js });
}

/** Sent to the page as text: whether a content script has left word there; see its lifetime. */
function isEntered(): boolean {
  return Symbol.for('waymark') in globalThis;
}
