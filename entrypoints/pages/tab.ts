import browser from 'webextension-polyfill';
import { isBlogUrl } from '../../lib/blog/address.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { findSite, type Site } from '../../lib/blog/site.ts';
import { findPermalink, toAnyPermalink } from '../../lib/blog/site-permalink.ts';
import type { PageView } from '../../lib/messaging/page-view.ts';
import { isOnAddedSite } from '../sites/granted.ts';

/** The tab that a page of Waymark's is about. */
export interface BlogTab {
  id: number | undefined;
  windowId: number | undefined;
  /**
   * The post whose page it is; undefined on every other page. On an added site it is a guess, until
   * the page has said what it shows (see `permalinkIn`).
   */
  permalink: Permalink | undefined;
  /** Whether Waymark works there: on a post, the home page or an archive of the blog or a site. */
  isBlog: boolean;
  /** The site it lies on, as far as that is visible, and Waymark works there or could. */
  site: Site | undefined;
  /** Whether that is a site which the reader has added. */
  isAdded: boolean;
  isLoading: boolean;
}

/** No tab at all, or one that cannot be looked at. */
export const NO_TAB: BlogTab = {
  id: undefined,
  windowId: undefined,
  permalink: undefined,
  isBlog: false,
  site: undefined,
  isAdded: false,
  isLoading: false,
};

/** The tab named in the page's own address (`?tab=7`), which is how it is opened in a tab of its own. */
export function namedTab(): number | undefined {
  const named = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  return Number.isNaN(named) ? undefined : named;
}

/** The named tab, or the active one of this window. Addresses are visible where Waymark works, and where the reader has clicked on its icon. */
export async function findTab(): Promise<BlogTab> {
  const named = namedTab();
  const tab =
    named === undefined
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(named);
  const url = tab?.url ?? '';
  const isAdded = !isBlogUrl(url) && (await isOnAddedSite(url));
  const works = isAdded || isBlogUrl(url);
  return {
    id: tab?.id,
    windowId: tab?.windowId,
    permalink: works ? toAnyPermalink(url) : undefined,
    isBlog: works,
    site: findSite(url),
    isAdded,
    isLoading: tab?.status === 'loading',
  };
}

/**
 * The post a tab is about. On an added site only the page knows, and it is believed as far as its
 * own site goes.
 */
export function permalinkIn(
  tab: BlogTab | undefined,
  view: PageView | undefined,
): Permalink | undefined {
  if (!tab?.isAdded) return tab?.permalink;
  const source = view?.source === undefined ? undefined : findPermalink(view.source);
  if (source && findSite(source) === tab.site) return source;
  // Before it was read for the first time, a page does not know what it shows.
  return view && view.turn > 0 ? undefined : tab.permalink;
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
