import browser, { type Scripting } from 'webextension-polyfill';
import { type Site, toMatch } from '../../lib/blog/site.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import { listSites, watchSites } from '../sites/granted.ts';
import { watchServer } from '../sites/watch-server.ts';

/** What runs on the pages of sites that the reader has added, as the build names it. */
const FILES = { js: ['content-scripts/site.js'], css: ['content-scripts/site.css'] };
const SCRIPT = {
  id: 'sites',
  ...FILES,
  runAt: 'document_end',
  persistAcrossSessions: true,
} as const;

export interface SiteEvents {
  /** Sites came or went, or it is as it was before: with all there are, and those that are new. */
  onSites(sites: readonly Site[], added: readonly Site[]): void;
}

/**
 * Have Waymark run on the sites that the reader has added, and on no others, from now on. Browsers
 * keep what is registered through restarts, and forget it with an update.
 */
export function runOnSites({ onSites }: SiteEvents): void {
  let before: readonly Site[] | undefined;
  let last = Promise.resolve();
  const look = async () => {
    const sites = await listSites();
    await register(sites);
    const added = before ? sites.filter((site) => !before?.includes(site)) : [];
    const isGone = before?.some((site) => !sites.includes(site)) ?? false;
    before = sites;
    // A page that is open already shows at once what the reader has asked for.
    await Promise.all(added.map(startOn));
    if (isGone) await tellAll(sites);
    onSites(sites, added);
  };
  /** One after the other: two at once would register the same twice. */
  const lookSoon = () => {
    last = last.then(look).catch((error: unknown) => {
      console.error('Waymark: the sites cannot be looked after', error);
    });
  };
  lookSoon();
  // What ran in open pages went with the version before.
  browser.runtime.onInstalled.addListener(async () => {
    await Promise.all((await listSites()).map(startOn));
  });
  const { signal } = new AbortController();
  watchSites(lookSoon, signal);
  watchServer(lookSoon, signal);
}

async function register(sites: readonly Site[]): Promise<void> {
  const { scripting } = browser;
  const [known] = await scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  const script: Scripting.RegisteredContentScript = { ...SCRIPT, matches: sites.map(toMatch) };
  if (sites.length > 0) {
    await (known ? scripting.updateContentScripts : scripting.registerContentScripts)([script]);
  } else if (known) await scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
}

async function startOn(site: Site): Promise<void> {
  const tabs = await browser.tabs.query({ url: toMatch(site) });
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.allSettled(
    ids.map(async (tabId) => {
      await browser.scripting.insertCSS({ target: { tabId }, files: FILES.css });
      await browser.scripting.executeScript({ target: { tabId }, files: FILES.js });
    }),
  );
}

/** Of a site that was taken away no address is to be seen any more: all tabs are told. */
async function tellAll(stay: readonly Site[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : tabClient(id).stayOn(stay))),
  );
}
