import browser from 'webextension-polyfill';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { parseSiteUrl, type Site, siteOfMatch, toMatch } from '../../lib/blog/site.ts';

/**
 * The sites the reader has added, in the order of their names. What the browser has granted is the
 * only list there is: so it cannot say anything else than what Waymark may do.
 */
export async function listSites(): Promise<Site[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return [...new Set(origins.flatMap((match) => siteOfMatch(match) ?? []))].sort();
}

/** Whether an address lies on a site the reader has added. The blog is none. */
export async function isOnAddedSite(url: string): Promise<boolean> {
  const site = parseSiteUrl(url)?.hostname;
  return site !== undefined && (await listSites()).includes(site);
}

/** Match patterns of all pages on which Waymark works. */
export async function listMatches(): Promise<string[]> {
  return [...BLOG_MATCHES, ...(await listSites()).map(toMatch)];
}

/**
 * Ask for a site. To be called at once when the reader clicks: a browser that has waited for
 * something else in between refuses. False when the reader says no.
 */
export function requestSite(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: [toMatch(site)] });
}

/** Give a site back; what was written there stays in the library. */
export async function removeSite(site: Site): Promise<void> {
  await browser.permissions.remove({ origins: [toMatch(site)] });
}

/** Call `onChange` whenever sites come or go, until the signal aborts. */
export function watchSites(onChange: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  });
}
