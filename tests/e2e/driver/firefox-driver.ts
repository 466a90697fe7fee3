import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import {
  findButtonInFirefox,
  readFloatingHtmlInFirefox,
  readVoiceInFirefox,
} from '../rig/closed-shadow.ts';
import { setThemeOfFirefox } from '../rig/firefox-theme.ts';
import { findExtensionFrame, gotoExtensionPage, launchFirefox } from '../rig/launch-firefox.ts';
import type { DocumentHandle, LaunchedBrowser, LaunchOptions, Named, Tab } from './tab.ts';
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
  const { isRenewed } = options;
  const browser = await launchFirefox({
    extensionDir,
    userDataDir: profileDir,
    downloadDir,
    ...(proxyPort !== undefined && { proxyPort }),
    headless,
    colorScheme,
    forcedColors,
    reducedMotion: true,
    isRenewed,
  });
  return {
    async newTab() {
      return createTab(await browser.browser.newPage());
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
    stopBackground: () =>
      Promise.reject(new Error('Firefox lets nobody kill its background pages')),
    reloadExtension: browser.reloadExtension,
    uninstall: browser.uninstall,
    install: browser.install,
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
    bringToFront: () => page.bringToFront(),
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
    findButton: (name) => findButtonInFirefox(page, name),
    voice: () => readVoiceInFirefox(page),
    floatingHtml: () => readFloatingHtmlInFirefox(page),
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
  const find = async (path: readonly Named[]): Promise<ElementHandle[]> => {
    let found: (Frame | ElementHandle)[] = [frame];
    for (const { role, name } of path) {
      const selector = `::-p-aria([name="${name}"][role="${role}"])`;
      found = (await Promise.all(found.map((from) => from.$$(selector)))).flat();
    }
    return found as ElementHandle[];
  };
  return {
    evaluate: (run, argument) =>
      frame.evaluate(run as (argument: unknown) => never, argument as unknown),
    count: async (path) => (await find(path)).length,
    async click(path) {
      // An element, or its document, that went away meanwhile is looked for again by whoever asked.
      const [element] = await find(path).catch(() => []);
      return element
        ? element.click().then(
            () => true,
            () => false,
          )
        : false;
    },
  };
}
