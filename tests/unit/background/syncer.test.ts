import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { createSyncRows } from '../../../lib/sync/sync-state.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { provideBrowser } from '../messaging/fake-browser.ts';
import { anAnnotation, permalinkOf } from '../storage/fresh-database.ts';
import { createDevice } from '../sync/device.ts';

const BLOG = 'https://www.elidedbranches.com/2015/03/one.html';
const ADDED = 'https://added.example/a-post';
const LIBRARY = 'extension://waymark/library.html';

/** The active tab of each window. */
let active: { url?: string }[] = [];
let alarms = new Set<string>();
const activated = new Set<() => void>();

provideBrowser({
  runtime: { getURL: (path: string) => `extension://waymark/${path}` },
  permissions: { getAll: async () => ({ origins: ['https://added.example/*'] }) },
  // Content scripts can write it, too.
  storage: { local: { get: async () => ({ syncServer: 'https://elsewhere.example/*' }) } },
  tabs: {
    query: async () => active,
    onActivated: {
      addListener: (listener: () => void) => void activated.add(listener),
      removeListener: (listener: () => void) => void activated.delete(listener),
    },
  },
  alarms: {
    get: async (name: string) => (alarms.has(name) ? { name } : undefined),
    create: (name: string) => void alarms.add(name),
    clear: async (name: string) => alarms.delete(name),
  },
});
const { createSyncer } = await import('../../../entrypoints/background/syncer.ts');
const { isInFront } = await import('../../../entrypoints/background/in-front.ts');

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
  // Node does not say whether there is a network.
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
}, 60_000);
afterAll(() => couch.close());
beforeEach(() => {
  [active, alarms] = [[], new Set()];
  activated.clear();
});

describe('in front of the reader', () => {
  test.each([
    [BLOG, true],
    [ADDED, true],
    [LIBRARY, true],
    ['https://www.other.example/', false],
    [undefined, false],
  ])('with %s before them is something that shows notes: %s', async (url, is) => {
    active = [{ url: 'about:blank' }, { ...(url && { url }) }];
    expect(await isInFront()).toBe(is);
  });
});

/** A background of a browser whose sync is on, and another device. */
async function aBackground() {
  const address = await couch.createDatabase();
  const here = await createDevice(couch, address);
  const there = await createDevice(couch, address);
  const asked = { all: 0, listening: 0 };
  const spy = vi.spyOn(globalThis, 'fetch');
  const announce = vi.fn(async () => {});
  const kept = { values: { sync: here.config } as Record<string, unknown> };
  const start = () => {
    const syncer = createSyncer({
      database: here.database,
      announcer: { announce },
      kept: { get: async ([key = '']) => ({ [key]: kept.values[key] }) },
    });
    onTestFinished(() => syncer.stop());
    return syncer;
  };
  onTestFinished(() => spy.mockRestore());
  const count = () => {
    const addresses = spy.mock.calls.map(([input]) => String(input));
    const ours = addresses.filter((one) => one.startsWith(address));
    asked.all = ours.length;
    asked.listening = ours.filter((one) => one.includes('longpoll')).length;
    return asked;
  };
  return { here, there, start, announce, kept, count, spy };
}

const switchTab = (url: string) => {
  active = [{ url }];
  for (const listener of activated) listener();
};

describe('a background', () => {
  test('listens while a page is in front that shows notes, and tells it what came', async () => {
    const { here, there, start, announce, count } = await aBackground();
    active = [{ url: BLOG }];
    await start().sync();
    await vi.waitFor(() => expect(count().listening).toBe(1));
    const annotation = anAnnotation({ note: 'From elsewhere.' });
    await there.annotations.save(annotation);
    await there.sync();
    await vi.waitFor(async () => expect(await here.library()).toEqual([annotation]), {
      timeout: 2000,
    });
    expect(announce).toHaveBeenCalledWith(permalinkOf('one'));
  });

  test('asks the server that the reader has set, whatever is noted as the server’s host', async () => {
    const { here, start, spy } = await aBackground();
    active = [{ url: BLOG }];
    await here.annotations.save(anAnnotation());
    await start().sync();
    const { origin } = new URL(here.config.address);
    const hosts = spy.mock.calls.map(([input]) => new URL(String(input)).origin);
    expect(hosts.length).toBeGreaterThan(3);
    expect(new Set(hosts)).toEqual(new Set([origin]));
  });

  test('listens no more when another page is in front, and again when it is back', async () => {
    const { there, here, start, count } = await aBackground();
    active = [{ url: LIBRARY }];
    await start().sync();
    await vi.waitFor(() => expect(count().listening).toBe(1));
    switchTab('https://www.other.example/');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    await there.annotations.save(anAnnotation());
    await there.sync();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(count().listening).toBe(1);
    expect(await here.library()).toEqual([]);
    switchTab(BLOG);
    await vi.waitFor(async () => expect(await here.library()).toHaveLength(1), { timeout: 3000 });
  });

  test('is woken for sync only while that is on', async () => {
    const { start, kept } = await aBackground();
    const syncer = start();
    const { sync } = kept.values;
    kept.values = {};
    await syncer.resume();
    expect([activated.size, alarms.size]).toEqual([0, 0]);
    kept.values = { sync };
    await syncer.sync();
    expect([activated.size, alarms.size]).toEqual([1, 1]);
    kept.values = {};
    await syncer.sync();
    expect([activated.size, alarms.size]).toEqual([0, 0]);
  });

  test('that begins again asks nothing while nothing is due, and goes on with what was cut off', async () => {
    const { here, start, count } = await aBackground();
    await start().resume();
    const first = count().all;
    expect(first).toBeGreaterThan(3);
    await start().resume();
    expect(count().all).toBe(first);
    await createSyncRows(here.database).saveStatus({ is: 'syncing', sent: 0, received: 0 });
    await start().resume();
    expect(count().all).toBeGreaterThan(first);
  });

  test('listens where the last one did', async () => {
    const { here, there, start, count } = await aBackground();
    await start().resume();
    await there.annotations.save(anAnnotation());
    await there.sync();
    active = [{ url: BLOG }];
    await start().resume();
    await vi.waitFor(async () => expect(await here.library()).toHaveLength(1));
    // The answer was the first, and nothing else was asked for it.
    expect(count().listening).toBe(1);
  });
});
