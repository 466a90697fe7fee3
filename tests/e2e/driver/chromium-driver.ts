import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Frame, Page } from '@playwright/test';
import { floatingInChromium } from '../rig/floating-in-chromium.ts';
import { launchChromium } from '../rig/launch-chromium.ts';
import type { DocumentHandle, LaunchedBrowser, LaunchOptions, Named, Tab } from './tab.ts';

/** Milliseconds for one attempt at a click, which is tried again while it fails. */
const CLICK_TIMEOUT = 2_000;

/**
 * Milliseconds to wait for Chromium to say that a key has arrived. It never does when the key
 * makes the frame go away that had the focus, as saving a note does.
 */
const KEY_TIMEOUT = 1_000;

/** Chromium as the driver sees it, by way of Playwright. */
export async function launchForChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { extensionDir, profileDir, proxyPort, headless, colorScheme, forcedColors } = options;
  const { lang } = options;
  const browser = await launchChromium({
    extensionDir,
    userDataDir: profileDir,
    ...(proxyPort !== undefined && { proxyPort }),
    headless,
    caretBrowsing: true,
    ...(lang && { lang }),
  });
  const pages = new WeakMap<Tab, Page>();
  return {
    async newTab() {
      const page = await browser.context.newPage();
      const tab = createTab(page);
      await tab.setTheme({ colorScheme, forcedColors });
      pages.set(tab, page);
      return tab;
    },
    addressOf: browser.addressOf,
    async download(tab, act) {
      const page = pages.get(tab);
      if (!page) throw new Error('This tab is another browser’s');
      const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
      const bytes = await readFile(await saved.path());
      return { name: saved.suggestedFilename(), text: bytes.toString('utf8'), bytes };
    },
    allowSite: browser.allowSite,
    async clickIcon(tab) {
      await tab.bringToFront();
      await browser.clickIcon(pages.get(tab)?.url() ?? '');
    },
    stopBackground: browser.stopBackground,
    reloadExtension: browser.reloadExtension,
    async closeTabs(but) {
      const kept = but.map((tab) => pages.get(tab));
      const [, ...others] = browser.context.pages().filter((page) => !kept.includes(page));
      await Promise.all(others.map((page) => page.close()));
    },
    kill: browser.kill,
    close: browser.close,
  };
}

function createTab(page: Page): Tab {
  return {
    ...createHandle(page),
    async goto(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    bringToFront: () => page.bringToFront(),
    moveMouse: ({ x, y }, steps = 1) => page.mouse.move(x, y, { steps }),
    mouseDown: () => page.mouse.down(),
    mouseUp: () => page.mouse.up(),
    async press(keys) {
      const names = keys.split('+');
      for (const name of names) await arrived(page.keyboard.down(name));
      for (const name of names.reverse()) await arrived(page.keyboard.up(name));
    },
    type: (text) => page.keyboard.type(text),
    floating: floatingInChromium(page),
    async findFrame(path) {
      const frame = page.frames().find((candidate) => {
        const { protocol, pathname } = new URL(candidate.url() || 'about:blank');
        return protocol === 'chrome-extension:' && pathname === `/${path}`;
      });
      return frame && createHandle(frame);
    },
    setSize: (width, height) => page.setViewportSize({ width, height }),
    async pinch(pageScaleFactor) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor });
      await session.detach();
    },
    setTheme: ({ colorScheme, forcedColors }) =>
      page.emulateMedia({
        colorScheme,
        reducedMotion: 'reduce',
        forcedColors: forcedColors ? 'active' : 'none',
      }),
    async screenshot(path, isWhole = false) {
      if (path.endsWith('.webp')) await writeFile(path, await captureWebp(page, isWhole));
      else await page.screenshot({ path, fullPage: isWhole });
    },
    close: () => page.close(),
  };
}

/** Of 100: what text needs to have no shadows. */
const WEBP_QUALITY = 88;

/** Chromium writes WebP, which Playwright does not ask it for. */
async function captureWebp(page: Page, isWhole: boolean): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  try {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: WEBP_QUALITY,
      captureBeyondViewport: isWhole,
    });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}

async function arrived(key: Promise<void>): Promise<void> {
  await Promise.race([key, setTimeout(KEY_TIMEOUT, undefined, { ref: false })]);
}

function createHandle(document: Page | Frame): DocumentHandle {
  const find = ([first, ...rest]: readonly Named[]) => {
    if (!first) throw new Error('A path of names holds at least one');
    return rest.reduce(
      (found, { role, name }) => found.getByRole(role, { name, exact: true }),
      document.getByRole(first.role, { name: first.name, exact: true }),
    );
  };
  return {
    // Playwright's type for a page function names handles too, which are not used here.
    evaluate: (run, argument) =>
      document.evaluate(run as (argument: unknown) => never, argument as unknown),
    count: (path) => find(path).count(),
    async click(path) {
      const element = find(path).first();
      if ((await element.count()) === 0) return false;
      // An element that went away meanwhile is looked for again by whoever asked.
      return element.click({ timeout: CLICK_TIMEOUT }).then(
        () => true,
        () => false,
      );
    },
  };
}
