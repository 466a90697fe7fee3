import { setTimeout } from 'node:timers/promises';
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core';
import { waitFor } from '../driver/wait.ts';
import { findFirefox } from './find-browser.ts';
import { WELCOME, willWelcome } from './first-run.ts';
import { killProcesses } from './kill-process.ts';

/** The add-on id the production build has. */
const ADD_ON_ID = 'waymark@waymark.example';

/**
 * The host of the extension's pages. Firefox draws one at random for every installation; ours is
 * written into the preferences beforehand, so that tests know their addresses.
 */
const EXTENSION_HOST = '5f0e5b4c-6c3a-4e0d-9f3b-2f4d7a8c1e60';

/** Milliseconds in which the first page opens, as a rule. */
const SOON = 2_000;

/** Milliseconds a page of the extension may take to load. */
const LOAD_TIMEOUT = 10_000;

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extensionDir: string;
  /** Folder of the profile; without it a new one is made and thrown away. */
  userDataDir?: string;
  /** Port of the blog server that stands in for the network. Without it the network is used. */
  proxyPort?: number;
  headless?: boolean;
  /** Folder for what is downloaded, which Firefox saves there without asking. */
  downloadDir?: string;
  /** The extension's id in its manifest. */
  addOnId?: string;
  /** What the reader's system asks of pages; the system's own unless given. */
  colorScheme?: 'light' | 'dark';
  /** Have the reader's own colours stand in place of every page's. */
  forcedColors?: boolean;
  /** Have the system ask pages to move nothing by themselves. */
  reducedMotion?: boolean;
  /** Whether the extension is uninstalled and installed again; then nothing it keeps outlives it. */
  isRenewed?: boolean;
}

export interface FirefoxWithExtension {
  browser: Browser;
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Open one of the extension's pages in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Install the extension over itself, as an update does: tabs stay, but for its own. */
  reloadExtension(): Promise<void>;
  /** Close every tab but one, and take the extension away. */
  uninstall(): Promise<void>;
  /** Install the extension again. */
  install(): Promise<void>;
  /** End the browser with a SIGKILL, as it works, and keep its profile, if one was given. */
  kill(): Promise<void>;
  /** Close the browser and keep its profile, if one was given. */
  close(): Promise<void>;
}

/**
 * Start Firefox with the extension installed for this session, over WebDriver BiDi.
 *
 * @throws Error when there is no Firefox on this machine.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxWithExtension> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: set WAYMARK_FIREFOX to its path.');
  const { extensionDir, userDataDir, headless = true } = options;
  const isWelcomed = willWelcome(extensionDir, userDataDir);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    // Without it BiDi refuses to go to an address of an extension.
    args: ['--remote-allow-system-access'],
    // A window on a screen shows as much as it has room for.
    defaultViewport: headless ? { width: 1280, height: 860 } : null,
    ...(userDataDir && { userDataDir }),
    extraPrefsFirefox: preferencesFor(options),
  });
  let id = await browser.installExtension(extensionDir);
  const addressOf = (path: string) => `moz-extension://${EXTENSION_HOST}/${path}`;
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage();
    await gotoExtensionPage(page, addressOf(path));
    return page;
  };
  /** For the same reason as below, pages of the extension stay among `pages()` when they are gone. */
  const closed = new WeakSet<Page>();
  const putWelcomeAway = async () => {
    const find = async () => {
      const open = (await browser.pages()).filter((page) => !closed.has(page));
      return findExtensionPage(open, addressOf(WELCOME));
    };
    const welcome = await waitFor('the first page', find, SOON).catch(() => undefined);
    if (welcome) return welcome.close();
    // BiDi does not always tell of a tab that begins with a page of an extension; the extension does.
    const page = await openExtensionPage('options.html');
    await waitFor('the first page among the extension’s', () =>
      page.evaluate(closeTab, addressOf(WELCOME)),
    );
    await page.close();
  };
  if (isWelcomed) await putWelcomeAway();
  return {
    browser,
    addressOf,
    openExtensionPage,
    async uninstall() {
      const [, ...others] = await browser.pages();
      for (const page of others) {
        if (closed.has(page)) continue;
        closed.add(page);
        await page.close();
      }
      await browser.uninstallExtension(id);
    },
    async reloadExtension() {
      id = await browser.installExtension(extensionDir);
    },
    async install() {
      id = await browser.installExtension(extensionDir);
      await putWelcomeAway();
    },
    async kill() {
      const id = browser.process()?.pid;
      if (id !== undefined) await killProcesses([id]);
      await browser.close().catch(() => undefined);
    },
    close: () => browser.close(),
  };
}

/**
 * Take a tab to a page of the extension. BiDi reports nothing that happens to such a page (Mozilla
 * bug 1755014), so waiting for its load would last for ever, and `page.url()` does not change:
 * the document is asked instead. For the same reason, come here again rather than `reload`.
 */
export async function gotoExtensionPage(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: [] });
  const deadline = Date.now() + LOAD_TIMEOUT;
  while (!(await isComplete(page, address))) {
    if (Date.now() > deadline) throw new Error(`${address} did not load in ${LOAD_TIMEOUT} ms`);
    await setTimeout(50);
  }
}

async function isComplete(page: Page, address: string): Promise<boolean> {
  try {
    const [href, state] = await page.evaluate(() => [location.href, document.readyState]);
    return href === address && state === 'complete';
  } catch {
    // The document that was asked went away, as it does when the next one arrives.
    return false;
  }
}

/** Sent to a page of the extension as text: close the tab at an address, if there is one. */
async function closeTab(url: string): Promise<boolean> {
  const { browser } = globalThis as unknown as { browser: { tabs: Tabs } };
  const [tab] = await browser.tabs.query({ url });
  if (tab) await browser.tabs.remove(tab.id);
  return tab !== undefined;
}
interface Tabs {
  query(about: { url: string }): Promise<{ id: number }[]>;
  remove(id: number): Promise<void>;
}

/** The tab that shows a page of the extension, whose `url()` says nothing for the reason above. */
async function findExtensionPage(
  pages: readonly Page[],
  address: string,
): Promise<Page | undefined> {
  for (const page of pages) {
    if ((await hrefOf(page.mainFrame())) === address) return page;
  }
  return undefined;
}

/**
 * The frame of an extension page inside a page of the blog, such as the note editor. Its `url()`
 * stays `about:blank` for the reason above, so every frame is asked where it is.
 */
export async function findExtensionFrame(page: Page, path: string): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    const href = await hrefOf(frame);
    if (href.startsWith('moz-extension://') && new URL(href).pathname === `/${path}`) return frame;
  }
  return undefined;
}

async function hrefOf(frame: Frame): Promise<string> {
  try {
    return await frame.evaluate(() => location.href);
  } catch {
    // The frame went away: it is no extension page any more.
    return '';
  }
}

function preferencesFor(options: FirefoxOptions) {
  const { proxyPort, downloadDir, addOnId = ADD_ON_ID } = options;
  const { colorScheme, forcedColors, reducedMotion } = options;
  return {
    ...(colorScheme && {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(forcedColors && { 'browser.display.document_color_use': 2 }),
    ...(reducedMotion && { 'ui.prefersReducedMotion': 1 }),
    // What an extension asks for is granted without a question, which nothing could click.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: EXTENSION_HOST }),
    // An extension installed for a session leaves with it. Its data stays for the next session in
    // the same profile: Firefox 153 does so unasked, and this asks.
    'extensions.webextensions.keepStorageOnUninstall': !options.isRenewed,
    'extensions.webextensions.keepUuidOnUninstall': true,
    ...(downloadDir && { 'browser.download.folderList': 2, 'browser.download.dir': downloadDir }),
    ...(proxyPort && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.no_proxies_on': '',
    }),
  };
}
