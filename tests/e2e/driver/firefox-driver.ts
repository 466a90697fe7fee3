import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { findNamedInFirefox } from '../rig/find-named.ts';
import { takeFocus } from '../rig/firefox-own-page.ts';
import { findExtensionFrame, gotoExtensionPage } from '../rig/firefox-pages.ts';
import { setThemeOfFirefox } from '../rig/firefox-theme.ts';
import { floatingInFirefox } from '../rig/floating-in-firefox.ts';
import { launchFirefox } from '../rig/launch-firefox.ts';
import type { DocumentHandle, LaunchedBrowser, LaunchOptions, Tab } from './tab.ts';
import { waitFor } from './wait.ts';

/**
 * What Firefox writes beside the file it reserves, and moves over it when it is whole: a file named
 * by eight characters drawn at random.
 */
const UNFINISHED = /\.part$|^[^. ]{8}\.\w+$/;

const EXTENSION_PAGE = 'moz-extension://';

/** Firefox as the driver sees it, by way of puppeteer and WebDriver BiDi. */
export async function launchForFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { extensionDir, profileDir, downloadDir, proxyPort, headless, colorScheme, forcedColors } =
    options;
  const browser = await launchFirefox({
    extensionDir,
    userDataDir: profileDir,
    downloadDir,
    ...(proxyPort !== undefined && { proxyPort }),
    headless,
    colorScheme,
    forcedColors,
    reducedMotion: true,
  });
  const pages = new WeakMap<Tab, Page>();
  return {
    async newTab() {
      const page = await browser.browser.newPage();
      const tab = createTab(page);
      pages.set(tab, page);
      return tab;
    },
    addressOf: browser.addressOf,
    async download(_, act) {
      await act();
      const name = await waitFor('the file to be saved', async () => {
        const entries = await readdir(downloadDir, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => relative(downloadDir, join(parentPath, name)));
        return paths.some((path) => UNFINISHED.test(path)) ? undefined : paths[0];
      });
      const path = join(downloadDir, name);
      const bytes = await waitFor('something in the file', async () => {
        const read = await readFile(path);
        return read.length > 0 ? read : undefined;
      });
      await rm(path);
      return { name, text: bytes.toString('utf8'), bytes };
    },
    // Its preferences say yes to everything.
    allowSite: async () => {},
    clickIcon: () => Promise.reject(new Error('Firefox lets nobody click on its toolbar')),
    stopBackground: browser.stopBackground,
    reloadExtension: browser.reloadExtension,
    closeTabs: (but) => browser.closePages(but.flatMap((tab) => pages.get(tab) ?? [])),
    kill: browser.kill,
    close: browser.close,
  };
}

function createTab(page: Page): Tab {
  return {
    ...createHandle(page.mainFrame()),
    async goto(address) {
      if (address.startsWith(EXTENSION_PAGE)) await gotoExtensionPage(page, address);
      else await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    async bringToFront() {
      await page.bringToFront();
      await takeFocus(page);
    },
    moveMouse: ({ x, y }, steps = 1) => page.mouse.move(x, y, { steps }),
    mouseDown: () => page.mouse.down(),
    mouseUp: () => page.mouse.up(),
    async press(keys) {
      const names = keys.replace('ControlOrMeta', CONTROL).split('+') as KeyInput[];
      const key = names.pop() as KeyInput;
      for (const modifier of names) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of names.reverse()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    floating: floatingInFirefox(page),
    async findFrame(path) {
      const frame = await findExtensionFrame(page, path);
      return frame && createHandle(frame);
    },
    setTheme: (theme) => setThemeOfFirefox(page, theme),
    pinch: () => Promise.reject(new Error('No protocol of Firefox’s pinches')),
    setSize: (width, height) => page.setViewport({ width, height }),
    async screenshot(path, isWhole = false) {
      await page.screenshot({ path, fullPage: isWhole });
    },
    close: () => page.close(),
  };
}

const CONTROL = process.platform === 'darwin' ? 'Meta' : 'Control';

function createHandle(frame: Frame): DocumentHandle {
  return {
    evaluate: (run, argument) =>
      frame.evaluate(run as (argument: unknown) => never, argument as unknown),
    count: async (path) => (await findNamedInFirefox(frame, path)).length,
    async click(path) {
      // An element, or its document, that went away meanwhile is looked for again by whoever asked.
      const [element] = await findNamedInFirefox(frame, path).catch(() => []);
      return element
        ? element.click().then(
            () => true,
            () => false,
          )
        : false;
    },
  };
}
