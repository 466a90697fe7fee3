import browser from 'webextension-polyfill';
import { isBlogUrl } from '../../lib/blog/address.ts';
import { type Permalink, toPermalink } from '../../lib/blog/permalink.ts';

/** The tab that a page of Waymark's is about. */
export interface BlogTab {
  id: number | undefined;
  windowId: number | undefined;
  /** The post whose page it is; undefined on every other page. */
  permalink: Permalink | undefined;
  /** Whether it shows the blog: a post, the home page, an archive. */
  isBlog: boolean;
  isLoading: boolean;
}

/** No tab at all, or one that cannot be looked at. */
export const NO_TAB: BlogTab = {
  id: undefined,
  windowId: undefined,
  permalink: undefined,
  isBlog: false,
  isLoading: false,
};

/** The tab named in the page's own address (`?tab=7`), which is how it is opened in a tab of its own. */
export function namedTab(): number | undefined {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  return Number.isNaN(named) ? undefined : named;
}

/** The named tab, or the active one of this window. Addresses are visible on the blog's hosts only. */
export async function findTab(): Promise<BlogTab> {
  const named = namedTab();
  const tab =
    named === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(named);
  const url = tab?.url ?? '';
  return {
    id: tab?.id,
    windowId: tab?.windowId,
    permalink: toPermalink(url),
    isBlog: isBlogUrl(url),
    isLoading: tab?.status === 'loading',
  };
}

/** Open a page of the blog beside this one, in a new tab. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
  closePopup();
}

/** Close the popup; a side panel, or a page in a tab of its own, stays. */
export function closePopup(): void {
  if (location.pathname === '/popup.html' && namedTab() === undefined) window.close();
}
