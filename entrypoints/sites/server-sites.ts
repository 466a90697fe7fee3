import browser from 'webextension-polyfill';
import { listServerSites, SERVER_SITES } from './server.ts';

/** Note whether the host of a server is an added site, too. */
export async function noteServerSite(origin: string, isSite: boolean): Promise<void> {
  const others = (await listServerSites()).filter((host) => host !== origin);
  const hosts = isSite ? [...others, origin] : others;
  if (hosts.length > 0) await browser.storage.local.set({ [SERVER_SITES]: hosts });
  else await browser.storage.local.remove(SERVER_SITES);
}
