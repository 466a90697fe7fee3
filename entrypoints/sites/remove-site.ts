import browser from 'webextension-polyfill';
import { type Site, toMatch } from '../../lib/blog/site.ts';
import { findServers } from './server.ts';
import { noteServerSite } from './server-sites.ts';

/**
 * Give a site back; what was written there stays in the library. A host that is a server's, too, goes
 * on being that.
 */
export async function removeSite(site: Site): Promise<void> {
  const match = toMatch(site);
  if (Object.values(await findServers()).includes(match)) await noteServerSite(match, false);
  else await browser.permissions.remove({ origins: [match] });
}
