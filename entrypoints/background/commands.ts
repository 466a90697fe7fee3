import browser from 'webextension-polyfill';
import { tabClient } from '../../lib/messaging/transport.ts';

/** What the shortcuts do in a tab; their names and keys stand in wxt.config.ts. */
const COMMANDS: ReadonlyMap<string, (tabId: number) => Promise<void>> = new Map([
  ['read-by-keyboard', (tabId) => tabClient(tabId).readByKeyboard()],
  ['next-highlight', (tabId) => tabClient(tabId).stepHighlight(1)],
  ['previous-highlight', (tabId) => tabClient(tabId).stepHighlight(-1)],
  ['highlight-selection', (tabId) => tabClient(tabId).annotateSelection('highlight')],
  ['note-selection', (tabId) => tabClient(tabId).annotateSelection('comment')],
  ['question-selection', (tabId) => tabClient(tabId).annotateSelection('question')],
  ['action-selection', (tabId) => tabClient(tabId).annotateSelection('action')],
  ['show-shortcuts', (tabId) => tabClient(tabId).showShortcuts()],
]);

/**
 * Hand the reader's shortcuts to the tab before them. In a tab that is not the blog's they do
 * nothing, but for the one that opens the library.
 */
export function serveCommands(): void {
  browser.commands.onCommand.addListener(async (name, shown) => {
    if (name === 'open-library') {
      await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
      return;
    }
    const tab = shown ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (tab?.id === undefined) return;
    try {
      await COMMANDS.get(name)?.(tab.id);
    } catch (error) {
      console.warn('Waymark: the page did not answer', error);
    }
  });
}
