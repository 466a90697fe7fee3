import { beforeEach, expect, test, vi } from 'vitest';
import type { SiteEvents } from '../../../entrypoints/background/site-scripts.ts';
import { provideBrowser } from '../messaging/fake-browser.ts';

/** What browsers call when permissions come and go, or Waymark is installed. */
function anEvent() {
  const listeners = new Set<(...told: unknown[]) => void>();
  return {
    addListener: (listener: (...told: unknown[]) => void) => void listeners.add(listener),
    removeListener: (listener: (...told: unknown[]) => void) => void listeners.delete(listener),
    fire: (...told: unknown[]) => {
      for (const listener of listeners) listener(...told);
    },
    forget: () => listeners.clear(),
  };
}

const TABS = [
  { id: 1, url: 'https://one.example/a' },
  { id: 2, url: 'https://two.example/b' },
  { id: 3, url: 'https://one.example/c' },
];
const [onAdded, onRemoved, onInstalled] = [anEvent(), anEvent(), anEvent()];
const onChanged = anEvent();
/** What `storage.local` holds. */
let kept: Record<string, unknown> = {};
let origins: string[] = [];
let registered: { id: string; matches: string[] }[] = [];
let entered: number[] = [];
let styled: number[] = [];
let told: [tab: number, message: unknown][] = [];

provideBrowser({
  permissions: { getAll: async () => ({ origins }), onAdded, onRemoved },
  runtime: { onInstalled },
  storage: { local: { get: async () => kept }, onChanged },
  scripting: {
    getRegisteredContentScripts: async () => [...registered],
    async registerContentScripts(scripts: typeof registered) {
      if (registered.length > 0) throw new Error('Duplicate script ID');
      registered = scripts;
    },
    async updateContentScripts(scripts: typeof registered) {
      if (registered.length === 0) throw new Error('Nonexistent script ID');
      registered = scripts;
    },
    unregisterContentScripts: async () => {
      registered = [];
    },
    insertCSS: async ({ target }: { target: { tabId: number } }) => void styled.push(target.tabId),
    executeScript: async ({ target }: { target: { tabId: number } }) =>
      void entered.push(target.tabId),
  },
  tabs: {
    query: async ({ url }: { url?: string }) =>
      TABS.filter((tab) => !url || tab.url.startsWith(url.replace('*', ''))),
    sendMessage: async (tab: number, message: unknown) => void told.push([tab, message]),
  },
});
const { runOnSites } = await import('../../../entrypoints/background/site-scripts.ts');

const ONE = 'https://one.example/*';
const TWO = 'https://two.example/*';

/** Have it run, and wait until it has looked so many times. */
async function run() {
  const onSites = vi.fn<SiteEvents['onSites']>();
  runOnSites({ onSites });
  const looked = (times: number) =>
    vi.waitFor(() => expect(onSites).toHaveBeenCalledTimes(times), { interval: 1 });
  await looked(1);
  return { onSites, looked };
}

beforeEach(() => {
  for (const event of [onAdded, onRemoved, onInstalled, onChanged]) event.forget();
  kept = {};
  [origins, registered, entered, styled, told] = [[], [], [], [], []];
});

test('a site that is added has the script from then on, and at once in the pages that are open', async () => {
  const { onSites, looked } = await run();
  expect(registered).toEqual([]);
  origins = [ONE];
  onAdded.fire();
  await looked(2);
  expect(registered).toMatchObject([{ matches: [ONE], persistAcrossSessions: true }]);
  expect(entered).toEqual([1, 3]);
  expect(styled).toEqual([1, 3]);
  expect(told).toEqual([]);
  expect(onSites).toHaveBeenLastCalledWith(['one.example'], ['one.example']);
});

test('a site that is taken away has it no more, and every tab is told which sites stay', async () => {
  origins = [ONE, TWO];
  const { onSites, looked } = await run();
  origins = [TWO];
  onRemoved.fire();
  await looked(2);
  expect(registered).toMatchObject([{ matches: [TWO] }]);
  expect(told.map(([tab]) => tab)).toEqual([1, 2, 3]);
  expect(JSON.stringify(told[0])).toContain('two.example');
  expect(JSON.stringify(told)).not.toContain('one.example');
  expect(onSites).toHaveBeenLastCalledWith(['two.example'], []);
  origins = [];
  onRemoved.fire();
  await looked(3);
  expect(registered).toEqual([]);
});

test('a background that starts again registers nothing twice, and enters no page anew', async () => {
  origins = [ONE];
  registered = [{ id: 'sites', matches: [ONE] }];
  const { onSites } = await run();
  expect(registered).toMatchObject([{ matches: [ONE] }]);
  expect(entered).toEqual([]);
  expect(onSites).toHaveBeenLastCalledWith(['one.example'], []);
});

test('after an update the open pages get the script again', async () => {
  origins = [TWO];
  await run();
  onInstalled.fire();
  await vi.waitFor(() => expect(entered).toEqual([2]), { interval: 1 });
});

test('sites that come at the same moment are registered one after the other', async () => {
  const { looked } = await run();
  origins = [ONE];
  onAdded.fire();
  origins = [ONE, TWO];
  onAdded.fire();
  await looked(3);
  expect(registered).toMatchObject([{ matches: [ONE, TWO] }]);
  expect(entered).toEqual([1, 3, 2]);
});

test('the blog itself is none of them', async () => {
  origins = ['https://www.elidedbranches.com/*'];
  await run();
  expect(registered).toEqual([]);
});

test.each(['syncServer', 'groupServer'])(
  'nor is the host that is kept as %s, until it is that no more',
  async (key) => {
    [origins, kept] = [[ONE, TWO], { [key]: TWO }];
    const { looked } = await run();
    expect(registered).toMatchObject([{ matches: [ONE] }]);
    kept = {};
    onChanged.fire({ [key]: {} }, 'local');
    await looked(2);
    expect(registered).toMatchObject([{ matches: [ONE, TWO] }]);
    expect(entered).toEqual([2]);
  },
);

test('but a host that was added as a site is one, even if it is a server’s too', async () => {
  [origins, kept] = [[TWO], { syncServer: TWO }];
  const { looked } = await run();
  expect(registered).toEqual([]);
  kept = { syncServer: TWO, serverSites: [TWO] };
  onChanged.fire({ serverSites: {} }, 'local');
  await looked(2);
  expect(registered).toMatchObject([{ matches: [TWO] }]);
});
