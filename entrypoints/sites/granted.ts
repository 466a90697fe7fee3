import browser from 'webextension-polyfill';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { parseSiteUrl, type Site, siteOfMatch, toMatch } from '../../lib/blog/site.ts';
import { findServers, listServerSites } from './server.ts';

/**
 * The sites the reader has added, in the order of their names. What the browser has granted is the
 * only list there is: so it cannot say anything else than what Waymark may do. A server of
 * sync's or a group's is none of them, unless it was added as a site, too.
 */
export async function listSites(): Promise<Site[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const servers = Object.values(await findServers());
  const both = await listServerSites();
  const sites = origins.flatMap((match) =>
    servers.includes(match) && !both.includes(match) ? [] : (siteOfMatch(match) ?? []),
  );
  return [...new Set(sites)].sort();
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
