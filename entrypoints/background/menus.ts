import browser from 'webextension-polyfill';
import { KINDS, type Kind } from '../../lib/annotation/kind.ts';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { type MessageName, say } from '../../lib/language/say.ts';
import { tabClient } from '../../lib/messaging/transport.ts';

/** What the entries are called; each is named after the kind it makes. */
const TITLES: Readonly<Record<Kind, MessageName>> = {
  highlight: 'highlight',
  comment: 'menuNote',
  question: 'menuQuestion',
  action: 'menuAction',
};

/** Have the entries on these pages too, from now on. */
export async function addMenusOn(matches: string[]): Promise<void> {
  await Promise.allSettled(
    KINDS.map((kind) => browser.contextMenus.update(kind, { documentUrlPatterns: matches })),
  );
}

/** The entries of the context menu on a selection in the blog. */
export function addMenus(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    for (const kind of KINDS) {
      browser.contextMenus.create({
        id: kind,
        title: say(TITLES[kind]),
        contexts: ['selection'],
        documentUrlPatterns: BLOG_MATCHES,
      });
    }
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const kind = KINDS.find((kind) => kind === menuItemId);
    if (tab?.id === undefined || !kind) return;
    tabClient(tab.id)
      .annotateSelection(kind)
      .catch((error: unknown) => console.warn('Waymark: the page did not answer', error));
  });
}
