import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlogPage, createBlogPage } from './blog-page.ts';
import type { BrowserName, Driver, DriverOptions, MenuEntry } from './driver.ts';
import { askForClipboard, type ExtensionDesk, openDesk } from './extension-desk.ts';
import { drawCopy } from './in-page.ts';
import { createSurface } from './surface.ts';
import type { LaunchedBrowser, LaunchOptions, Tab } from './tab.ts';
import { waitFor } from './wait.ts';

/** Where the builds are; another folder of builds can be tested by naming it. */
const OUTPUT = process.env.WAYMARK_BUILDS ?? join(import.meta.dirname, '..', '..', '..', '.output');

/** The kind of annotation that an entry makes, as a tab is asked for it. */
const KIND_OF: Readonly<Record<MenuEntry, string>> = {
  Highlight: 'highlight',
  'Write a note': 'comment',
  'Ask a question': 'question',
  'Plan an action': 'action',
};

/** Where `npm run build` leaves the production build for a browser. */
export function buildFor(browser: BrowserName): string {
  return join(OUTPUT, browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

/** A driver on top of a browser's own; see `startDriver`. */
export async function createDriver(
  options: DriverOptions,
  launch: (options: LaunchOptions) => Promise<LaunchedBrowser>,
): Promise<Driver> {
  const { browser, extensionDir = buildFor(browser), headless = true } = options;
  if (!existsSync(join(extensionDir, 'manifest.json'))) {
    throw new Error(`There is no build of Waymark in ${extensionDir}: run “npm run build” first.`);
  }
  const temporary = await mkdtemp(join(tmpdir(), 'waymark-'));
  const profileDir = options.profileDir ?? join(temporary, 'profile');
  const downloadDir = join(temporary, 'downloads');
  await Promise.all([profileDir, downloadDir].map((path) => mkdir(path, { recursive: true })));
  const start = () =>
    launch({
      extensionDir,
      profileDir,
      downloadDir,
      headless,
      proxyPort: options.server?.port,
      colorScheme: options.colorScheme ?? 'light',
      forcedColors: options.forcedColors ?? false,
      lang: options.lang,
    });

  const discard = () => rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  let running: LaunchedBrowser;
  try {
    running = await start();
  } catch (error) {
    await discard();
    throw error;
  }
  const tabs = new Map<BlogPage, Tab>();
  let desk: Promise<ExtensionDesk> | undefined;

  const tabOf = (page: BlogPage): Tab => {
    const tab = tabs.get(page);
    if (!tab) throw new Error('This page belongs to a browser that was closed');
    return tab;
  };
  /** The extension's own view of the browser, opened when it is first needed. */
  const atDesk = () => {
    desk ??= openDesk(running);
    return desk;
  };

  const openOwnPage = async (path: string, size?: [width: number, height: number]) => {
    const tab = await running.newTab();
    if (size) await tab.setSize(...size);
    await tab.goto(running.addressOf(path));
    return createSurface(tab, (act) => running.download(tab, act));
  };
  /** Open a page of the extension's that is about a tab. */
  const openFor = async (page: BlogPage, file: string, width: number, height: number) => {
    const id = await (await atDesk()).tabId(tabOf(page));
    return openOwnPage(`${file}?tab=${id}`, [width, height]);
  };

  const startAgain = async () => {
    tabs.clear();
    desk = undefined;
    running = await start();
  };

  const openLibrary = (search = '') =>
    openOwnPage(`library.html${search && `?${search}`}`, [1000, 800]);

  return {
    browser,
    async open(address) {
      const tab = await running.newTab();
      const page = createBlogPage(tab);
      tabs.set(page, tab);
      await page.goto(address);
      return page;
    },
    openPopup: (page) => openFor(page, 'popup.html', 400, 600),
    openSidePanel: (page) => openFor(page, 'sidepanel.html', 360, 800),
    allowSite: (site) => running.allowSite(site),
    clickIcon: (page) => running.clickIcon(tabOf(page)),
    keep: async (records) => (await atDesk()).keep(records),
    openOwnPage: (path) => openOwnPage(path),
    async openCopy(page, part) {
      const html = await waitFor(`the ${part}`, async () => {
        const all = await tabOf(page).floating.html();
        return all?.includes(`class="${part}"`) ? all : undefined;
      });
      const tab = await running.newTab();
      await tab.goto(running.addressOf('options.html'));
      await tab.evaluate(drawCopy, { html, part });
      return createSurface(tab, (act) => running.download(tab, act));
    },
    openLibrary,
    badgeText: async (page) => (await atDesk()).badgeText(tabOf(page)),
    async chooseFromContextMenu(page, entry) {
      const tab = tabOf(page);
      await tab.bringToFront();
      await (await atDesk()).ask(tab, 'annotateSelection', KIND_OF[entry]);
    },
    async command(page, name) {
      await (await atDesk()).ask(tabOf(page), name, undefined);
    },
    async readByKeyboard(page) {
      await (await atDesk()).ask(tabOf(page), 'readByKeyboard', undefined);
    },
    async tellOfChange(page, permalink) {
      await (await atDesk()).ask(tabOf(page), 'refreshAnnotations', permalink);
    },
    blogTabs: async () => (await atDesk()).blogTabs(),
    async followToLibrary() {
      const address = running.addressOf('library.html');
      const opened = await waitFor('a tab with the library', async () =>
        (await atDesk()).closeTab(address),
      );
      return openLibrary(new URL(opened).search.slice(1));
    },
    clipboardText: async () => askForClipboard(await running.newTab()),
    async restart(meanwhile) {
      await running.close();
      await meanwhile?.(profileDir);
      await startAgain();
    },
    async crash() {
      await running.kill();
      await startAgain();
    },
    stopBackground: () => running.stopBackground(),
    update() {
      desk = undefined;
      return running.reloadExtension();
    },
    async reset() {
      tabs.clear();
      const { tab, closeTab, forgetEvents, forgetEverything } = await atDesk();
      await running.closeTabs([tab]);
      // A driver does not know of every tab that the extension has opened, in Firefox of some never.
      let closed: string | undefined;
      do closed = await closeTab('http');
      while (closed);
      await forgetEvents();
      // What was on its way when the background was stopped may wake it, and hold what is to go.
      let inTheWay: string | undefined;
      await waitFor(
        () => `a driver as new: ${inTheWay}`,
        async () => {
          await running.stopBackground();
          inTheWay = await forgetEverything();
          return inTheWay === undefined;
        },
      );
    },
    async close() {
      await running.close();
      await discard();
    },
  };
}
