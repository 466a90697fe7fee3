import browser, { type Permissions } from 'webextension-polyfill';
import { isBlogUrl } from '../../lib/blog/address.ts';
import { findServers, listServerSites, SERVERS, type ServerUse } from './server.ts';
import { noteServerSite } from './server-sites.ts';

/** Firefox's names for what is sent; the browser asks the reader for these, too. */
type Asked = Permissions.Permissions & { data_collection?: string[] };

/** The polyfill does not know what Firefox has an extension declare. */
interface Manifest {
  browser_specific_settings?: {
    gecko?: { data_collection_permissions?: { optional?: string[] } };
  };
}

/** What has to be known before a host is asked for: in the click there is no time to look it up. */
export interface Granted {
  /** The hosts that were asked for last, by what for. */
  servers: Partial<Record<ServerUse, string>>;
  /** Match patterns of the sites that Waymark works on: one of them goes on being one. */
  sites: readonly string[];
}

/**
 * Ask for the host of a server, and, where there is such a thing, for leave to send data there. To be
 * called in the click itself. False when the reader says no.
 *
 * @param origin the host as a match pattern. The one it takes the place of is given back.
 */
export async function requestServer(
  use: ServerUse,
  origin: string,
  { servers, sites }: Granted,
): Promise<boolean> {
  const { local } = browser.storage;
  // Noted down first, so that the background never takes the host for a site; but not waited for.
  const note = () => local.set({ [SERVERS[use]]: origin });
  const noting = sites.includes(origin) ? noteServerSite(origin, true).then(note) : note();
  const asking = browser.permissions.request({ origins: [origin], ...ofData() } as Asked);
  const [isGranted] = await Promise.all([asking, noting]);
  const { [use]: before, ...others } = servers;
  if (before !== undefined && before !== origin) {
    const isNeeded = Object.values(others).includes(before);
    if (!isNeeded && !sites.includes(before) && isHost(before)) {
      await browser.permissions.remove({ origins: [before] });
    }
    if (!isNeeded) await noteServerSite(before, false);
  }
  return isGranted;
}

/** Give back what was asked for a server, as far as the other one, or a site, does not need it. */
export async function releaseServer(use: ServerUse): Promise<void> {
  const { [use]: server, ...others } = await findServers();
  const needed = [...Object.values(others), ...(await listServerSites())];
  const isFree = server !== undefined && !needed.includes(server) && isHost(server);
  const origins = isFree ? [server] : [];
  const data = Object.keys(others).length === 0 && ofData();
  await browser.permissions.remove({ origins, ...data } as Asked);
  await browser.storage.local.remove(SERVERS[use]);
  if (server !== undefined && !Object.values(others).includes(server)) {
    await noteServerSite(server, false);
  }
}

/** A host that is added as a site is one from now on, and no server's alone. */
export async function countAsSite(origin: string): Promise<void> {
  if (Object.values(await findServers()).includes(origin)) await noteServerSite(origin, true);
}

/** As the manifest has it: only Firefox's says anything. */
function ofData(): { data_collection?: string[] } {
  const { browser_specific_settings: settings } = browser.runtime.getManifest() as Manifest;
  const optional = settings?.gecko?.data_collection_permissions?.optional;
  return optional ? { data_collection: optional } : {};
}

/**
 * Whether this is the pattern of one host that can be given back. A content script can write what is
 * noted: the browser would refuse to give back the blog, and more than one host are nobody's server.
 */
function isHost(match: string): boolean {
  const [, host] = /^(https?:\/\/[^/*]+\/)\*$/.exec(match) ?? [];
  return host !== undefined && !isBlogUrl(host);
}
