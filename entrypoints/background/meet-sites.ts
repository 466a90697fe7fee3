import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { type Site, toMatch } from '../../lib/blog/site.ts';
import { addMenusOn } from './menus.ts';
import type { SiteRefreshers } from './site-refreshers.ts';

/** What is to be done when the reader has added sites, or taken some away. */
export async function meetSites(
  sites: readonly Site[],
  added: readonly Site[],
  refreshers: SiteRefreshers,
): Promise<void> {
  addMenusOn([...BLOG_MATCHES, ...sites.map(toMatch)]);
  for (const site of added) (await refreshers.find(site))?.refresh(false);
}
