import { beforeEach, describe, expect, test } from 'vitest';
import { provideBrowser } from '../messaging/fake-browser.ts';

const [ONE, TWO] = ['https://one.example/*', 'https://two.example/*'];

let kept: Record<string, unknown> = {};
let granted = new Set<string>();
let data = false;

/** What Firefox is asked for: hosts, and leave to send data. */
interface Asked {
  origins: string[];
  data_collection?: string[];
}

provideBrowser({
  permissions: {
    async request({ origins, data_collection }: Asked) {
      for (const origin of origins) granted.add(origin);
      data ||= data_collection !== undefined;
      return true;
    },
    async remove({ origins, data_collection }: Asked) {
      for (const origin of origins) granted.delete(origin);
      if (data_collection) data = false;
      return true;
    },
    getAll: async () => ({ origins: [...granted] }),
  },
  runtime: {
    getManifest: () => ({
      browser_specific_settings: {
        gecko: { data_collection_permissions: { optional: ['websiteContent'] } },
      },
    }),
  },
  storage: {
    local: {
      get: async () => ({ ...kept }),
      set: async (values: object) => void Object.assign(kept, values),
      async remove(keys: string | string[]) {
        for (const key of [keys].flat()) delete kept[key];
      },
    },
  },
});
const { countAsSite, releaseServer, requestServer } = await import(
  '../../../entrypoints/sites/request-server.ts'
);
const { removeSite } = await import('../../../entrypoints/sites/remove-site.ts');
const { findServers } = await import('../../../entrypoints/sites/server.ts');
const { listSites } = await import('../../../entrypoints/sites/granted.ts');

beforeEach(() => {
  [kept, granted, data] = [{}, new Set(), false];
});

async function request(use: 'sync' | 'group', origin: string, sites: string[] = []) {
  await requestServer(use, origin, { servers: await findServers(), sites });
}

test('sync and a group have a host each, and giving back the one leaves the other', async () => {
  await request('sync', ONE);
  await request('group', TWO);
  expect(await findServers()).toEqual({ sync: ONE, group: TWO });
  expect(await listSites()).toEqual([]);
  await releaseServer('group');
  expect([[...granted], data]).toEqual([[ONE], true]);
  await releaseServer('sync');
  expect([[...granted], data, kept]).toEqual([[], false, {}]);
});

test('a host that both use is given back when neither does', async () => {
  await request('sync', ONE);
  await request('group', ONE);
  await releaseServer('sync');
  expect([...granted]).toEqual([ONE]);
  expect(await listSites()).toEqual([]);
  await request('group', TWO);
  expect([...granted]).toEqual([TWO]);
});

test('another server for the one does not take the host from the other', async () => {
  await request('sync', ONE);
  await request('group', ONE);
  await request('sync', TWO);
  expect([...granted].sort()).toEqual([ONE, TWO]);
});

describe('a host that is a site and a server’s', () => {
  test('is both, and goes on being the one when it is the other no more', async () => {
    granted.add(ONE);
    await request('sync', ONE, [ONE]);
    expect([await findServers(), await listSites()]).toEqual([{ sync: ONE }, ['one.example']]);
    await releaseServer('sync');
    expect([[...granted], await listSites(), kept]).toEqual([[ONE], ['one.example'], {}]);
    await request('sync', ONE, [ONE]);
    await removeSite('one.example');
    expect([[...granted], await listSites()]).toEqual([[ONE], []]);
    await releaseServer('sync');
    expect([[...granted], kept]).toEqual([[], {}]);
  });

  test('is a site from when it is added as one, and else is not', async () => {
    await request('group', TWO);
    expect(await listSites()).toEqual([]);
    await countAsSite(TWO);
    expect([await findServers(), await listSites()]).toEqual([{ group: TWO }, ['two.example']]);
    await removeSite('two.example');
    expect([await findServers(), await listSites()]).toEqual([{ group: TWO }, []]);
  });

  test('still has data sent to it when another server’s is given back', async () => {
    granted.add(ONE);
    await request('sync', ONE, [ONE]);
    await request('group', TWO);
    await releaseServer('group');
    expect([[...granted], data]).toEqual([[ONE], true]);
    await releaseServer('sync');
    expect([[...granted], data]).toEqual([[ONE], false]);
  });

  test('is not given back when another server takes its place', async () => {
    granted.add(ONE);
    await request('sync', ONE, [ONE]);
    await request('sync', TWO, [ONE]);
    expect([[...granted], await listSites()]).toEqual([[ONE, TWO], ['one.example']]);
  });
});

describe('what a content script has noted as the server', () => {
  test.each([
    'https://www.elidedbranches.com/*',
    'https://*/*',
    '<all_urls>',
    '*://*.one.example/*',
    ['https://two.example/*'],
    null,
  ])('is none when it is %j: nothing is given back for it', async (forged) => {
    granted = new Set([ONE, String(forged)]);
    kept = { syncServer: forged, serverSites: forged };
    expect(await listSites()).toContain('one.example');
    await releaseServer('sync');
    expect([...granted]).toEqual([ONE, String(forged)]);
    kept = { syncServer: forged };
    await request('sync', TWO);
    expect([...granted]).toContain(String(forged));
  });

  test('hides an added site until that is added anew, and no longer', async () => {
    granted.add(ONE);
    kept = { syncServer: ONE };
    expect(await listSites()).toEqual([]);
    // The settings ask for it and say that it is a site.
    await countAsSite(ONE);
    expect(await listSites()).toEqual(['one.example']);
  });
});
