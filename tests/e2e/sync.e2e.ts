import { type Line, openLine } from '../couch/line.ts';
import type { BlogPage } from './driver/blog-page.ts';
import { startDriver } from './driver/start-driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import {
  ADDRESS,
  button,
  card,
  field,
  openAndWrite,
  openSettings,
  PASSAGE,
  POST,
  pollAfter,
  useCouch,
} from './several-browsers.ts';

const [ABOVE, BELOW] = ['He shook my hand.', 'The signs were small.'];

const host = useCouch();
/** That of the browsers that can be cut off. */
let line: Line;
test.beforeAll(async () => {
  line = await openLine(host.couch.port);
});
test.afterAll(() => line.close());

/** Fill in the form about the server, as far as the password, and turn sync on. */
async function turnOn(settings: Surface, address: string, password: string): Promise<void> {
  const { origin, pathname } = new URL(address);
  await settings.fill(ADDRESS, origin);
  await settings.fill(field('Database'), pathname.slice(1));
  await settings.fill(field('User'), host.couch.user);
  await settings.press('Tab');
  await settings.type(password);
  await settings.click(button('Turn on'));
}

/** Everything in the extension's `storage.local`, as JSON; run in one of its pages. */
async function readLocal(): Promise<string> {
  type Api = { storage: { local: { get(keys: null): Promise<object> } } } | undefined;
  const { chrome } = globalThis as unknown as { chrome: Api };
  return JSON.stringify(await chrome?.storage.local.get(null));
}

/** All annotations, as JSON; run in a page of the extension’s. */
async function readLibrary(): Promise<string> {
  const opening = indexedDB.open('waymark');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const all = opening.result.transaction('annotations').objectStore('annotations').getAll();
  await new Promise((resolve) => {
    all.onsuccess = resolve;
  });
  opening.result.close();
  return JSON.stringify(all.result);
}

/** Change the note in the popup. */
async function changeNote(popup: Surface, note: string): Promise<void> {
  // What a sync brings just then may move the button from under the mouse.
  await expect
    .poll(async () => {
      if ((await popup.count(field('Your note'))) === 0) {
        await popup.click(card, button('Edit note'));
      }
      return popup.count(field('Your note'));
    })
    .toBe(1);
  await popup.fill(field('Your note'), note);
  await popup.press('Control+Enter');
  await expect.poll(() => popup.text()).toContain('Note changed');
}

/** What a view shows after a sync that the reader has asked for. */
function synced<T>(settings: Surface, view: () => Promise<T>) {
  return pollAfter(settings, [button('Sync now')], view);
}

/** How many documents the server has. */
async function countDocuments(address: string): Promise<unknown> {
  const { json } = await host.couch.ask('GET', new URL(address).pathname);
  return (json as { doc_count?: unknown }).doc_count;
}

/** From when the server has it until a page in front shows it; nobody asks for a sync. */
async function expectLive(address: string, documents: number, page: BlogPage, passages: string[]) {
  const quick = { intervals: [10] };
  await expect.poll(() => countDocuments(address), quick).toBe(documents);
  const synced = performance.now();
  await expect.poll(() => page.painted(), quick).toEqual(passages);
  const took = `${Math.round(performance.now() - synced)} ms`;
  test.info().annotations.push({ type: 'from the server to the page', description: took });
}

test('three browsers share what is highlighted, at once, written at the same time, and deleted', async ({
  waymark: chromium,
  server: blog,
}) => {
  // Three browsers, and one test: it takes as long as several.
  test.setTimeout(150_000);
  const starting = [
    startDriver({ browser: 'firefox', server: blog }),
    startDriver({ browser: 'chromium', server: blog }),
  ] as const;
  try {
    const [firefox, third] = await Promise.all(starting);
    const { couch } = host;
    const address = await couch.createDatabase();
    const byLine = address.replace(`:${couch.port}/`, `:${line.port}/`);
    const page = await openAndWrite(chromium, 'Five jobs');
    const settings = await openSettings(chromium);
    await turnOn(settings, address, couch.password);
    await expect.poll(() => settings.text()).toContain('Sync is on');
    await expect.poll(() => settings.text()).toContain('Nothing waits to be sent.');

    // On the page that is open there already, too.
    const otherPage = await firefox.open(POST);
    const otherSettings = await openSettings(firefox);
    await turnOn(otherSettings, byLine, couch.password);
    await expect.poll(() => otherPage.painted()).toEqual([PASSAGE]);

    // Whoever has the page before them sees what the other does as it comes.
    await otherPage.bringToFront();
    await page.highlight(ABOVE);
    await expectLive(address, 2, otherPage, [ABOVE, PASSAGE]);
    await otherPage.highlight(BELOW);
    await expectLive(address, 3, page, [ABOVE, PASSAGE, BELOW]);

    const thirdPage = await third.open(POST);
    const thirdSettings = await openSettings(third);
    await turnOn(thirdSettings, byLine, couch.password);
    await expect.poll(() => thirdPage.painted()).toEqual([ABOVE, PASSAGE, BELOW]);

    // None knows of the others’ text when it writes its own.
    const otherPopup = await firefox.openPopup(otherPage);
    const thirdPopup = await third.openPopup(thirdPage);
    line.cut();
    await changeNote(otherPopup, 'Five jobs and no regrets');
    await changeNote(thirdPopup, 'Five jobs and one regret');
    const popup = await chromium.openPopup(page);
    await changeNote(popup, 'Five jobs and two regrets');
    await expect.poll(() => otherSettings.text()).toContain('1 note waits to be sent.');
    await expect.poll(() => otherSettings.text()).toContain('The server cannot be reached');

    line.mend();
    for (const [at, view] of [
      [otherSettings, otherPopup],
      [thirdSettings, thirdPopup],
      [settings, popup],
      [otherSettings, otherPopup],
    ] as const) {
      await synced(at, () => view.text()).toContain('at the same time');
    }
    for (const view of [popup, otherPopup, thirdPopup]) {
      for (const regrets of ['no regrets', 'one regret', 'two regrets']) {
        await expect.poll(() => view.text()).toContain(`Five jobs and ${regrets}`);
      }
    }
    const libraries = await Promise.all(
      [popup, otherPopup, thirdPopup].map((view) => view.evaluate(readLibrary)),
    );
    expect(JSON.parse(libraries[0] ?? '')).toHaveLength(3);
    expect(new Set(libraries).size).toBe(1);

    await otherPopup.click(card, button('Delete'));
    await expect.poll(() => otherPage.painted()).toEqual([ABOVE, BELOW]);
    // One of Waymark’s own pages in front does as well.
    await settings.bringToFront();
    await expect.poll(() => page.painted()).toEqual([ABOVE, BELOW]);
    await synced(thirdSettings, () => thirdPage.painted()).toEqual([ABOVE, BELOW]);
  } finally {
    await Promise.all(starting.map(async (driver) => (await driver).close()));
  }
});

test('a wrong password is explained, nothing of it is kept, and turning sync off keeps the notes', async ({
  waymark,
}) => {
  const { couch } = host;
  const address = await couch.createDatabase();
  const page = await waymark.open(POST);
  await page.highlight('I have left', 'five jobs.');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  const settings = await openSettings(waymark);
  await turnOn(settings, address, 'guessed');
  await expect.poll(() => settings.text()).toContain('does not accept this user and password');
  expect(await settings.text()).not.toContain('Sync is on');

  await turnOn(settings, address, couch.password);
  await expect.poll(() => settings.text()).toContain('Last success');
  // Where content scripts reach there is the host, and no more.
  expect(JSON.parse(await settings.evaluate(readLocal))).toEqual({
    syncServer: 'http://127.0.0.1/*',
  });
  await settings.click(button('Turn off'));
  await expect.poll(() => settings.text()).toContain('Sync is off. Your notes have stayed');
  expect(await page.painted()).toEqual([PASSAGE]);
});
