import browser from 'webextension-polyfill';
import { closePopup } from './tab.ts';

/** Chromium's panel, of which the polyfill knows nothing. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}
declare const chrome: { sidePanel?: SidePanel } | undefined;

/** Open the library, or what a query finds in it, in a tab of its own. */
export async function openLibrary(query = ''): Promise<void> {
  const search = query && `?${new URLSearchParams({ q: query })}`;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${search}` });
  closePopup();
}

/**
 * Open the side panel of a window. To be called at once when the reader asks: a browser that has
 * waited for something else in between refuses.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  const panel = typeof chrome === 'undefined' ? undefined : chrome?.sidePanel;
  if (panel && windowId !== undefined) await panel.open({ windowId });
  else await browser.sidebarAction.open();
  closePopup();
}

/** Open the library's export, of one post when its permalink is given. */
export async function openExport(permalink = '1'): Promise<void> {
  const search = new URLSearchParams({ export: permalink });
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}?${search}` });
  closePopup();
}
