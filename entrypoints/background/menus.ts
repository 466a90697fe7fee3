import browser from 'webextension-polyfill';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { tabClient } from '../../lib/messaging/transport.ts';

const HIGHLIGHT = 'highlight';
const NOTE = 'note';

/** The two entries of the context menu on a selection in the blog. */
export function addMenus(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    const shared = { contexts: ['selection' as const], documentUrlPatterns: BLOG_MATCHES };
    browser.contextMenus.create({ ...shared, id: HIGHLIGHT, title: 'Highlight' });
    browser.contextMenus.create({ ...shared, id: NOTE, title: 'Write a note' });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined || (menuItemId !== HIGHLIGHT && menuItemId !== NOTE)) return;
    tabClient(tab.id)
      .annotateSelection({ note: menuItemId === NOTE })
      .catch((error: unknown) => console.warn('Waymark: the page did not answer', error));
  });
}
