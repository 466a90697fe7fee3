import browser from 'webextension-polyfill';
import { type Permalink, toPermalink } from '../../lib/blog/permalink.ts';

/** The tab that the popup is about. */
export interface BlogTab {
  id: number | undefined;
  /** The post whose page it is; undefined on every other page. */
  permalink: Permalink | undefined;
}

/**
 * The active tab of this window, or the one named in the popup's own address (`?tab=7`), which is
 * how the popup is opened in a tab of its own. Addresses are visible on the blog's hosts only.
 */
export async function findTab(): Promise<BlogTab> {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  const tab = Number.isNaN(named)
    ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
    : await browser.tabs.get(named);
  return { id: tab?.id, permalink: toPermalink(tab?.url ?? '') };
}

/** Open a page of the blog beside the popup's, in a new tab. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
  closePopup();
}

/** Close the popup, unless it stands in a tab of its own. */
export function closePopup(): void {
  if (!new URLSearchParams(location.search).has('tab')) window.close();
}
