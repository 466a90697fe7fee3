import browser from 'webextension-polyfill';

/**
 * What a host is asked for beside sites, each under its own key: the reader's sync server, and that
 * of their reading group.
 */
export const SERVERS = { sync: 'syncServer', group: 'groupServer' } as const;

export type ServerUse = keyof typeof SERVERS;

/** Where it is noted which hosts of servers are added sites, too. */
export const SERVER_SITES = 'serverSites';

/**
 * The hosts that were asked for as servers, as match patterns. The browser only knows that a host
 * was granted: this tells it from a site on whose pages Waymark is to work.
 */
export async function findServers(): Promise<Partial<Record<ServerUse, string>>> {
  const kept = await browser.storage.local.get(Object.values(SERVERS));
  const uses = Object.keys(SERVERS) as ServerUse[];
  return Object.fromEntries(
    uses.flatMap((use) => {
      const server: unknown = kept[SERVERS[use]];
      return typeof server === 'string' ? [[use, server]] : [];
    }),
  );
}

/** Those of them that are added sites, too, and go on being one when they are no server's any more. */
export async function listServerSites(): Promise<unknown[]> {
  const { [SERVER_SITES]: hosts } = await browser.storage.local.get(SERVER_SITES);
  return Array.isArray(hosts) ? hosts : [];
}
