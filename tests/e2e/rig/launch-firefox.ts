import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { waitFor } from '../driver/wait.ts';
import { findFirefox } from './find-browser.ts';
import { endBackground, ownPageOf } from './firefox-own-page.ts';
import { closeTab, findExtensionPage, gotoExtensionPage } from './firefox-pages.ts';
import { EXTENSION_HOST, type FirefoxOptions, preferencesFor } from './firefox-preferences.ts';
import { WELCOME, willWelcome } from './first-run.ts';
import { killProcesses } from './kill-process.ts';

/** Milliseconds in which the first page opens, as a rule. */
const SOON = 2_000;

export interface FirefoxWithExtension {
  browser: Browser;
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Open one of the extension's pages in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Install the extension over itself, as an update does: tabs stay, but for its own. */
  reloadExtension(): Promise<void>;
  /** Kill the extension's background page; the browser starts it again when it is next needed. */
  stopBackground(): Promise<void>;
  /** Close every page but the first and these. */
  closePages(but: readonly Page[]): Promise<void>;
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
  await browser.installExtension(extensionDir);
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
    async stopBackground() {
      const own = await ownPageOf(browser);
      await own.evaluate(endBackground, EXTENSION_HOST);
    },
    async closePages(but) {
      const [, ...others] = await browser.pages();
      const own = await ownPageOf(browser);
      for (const page of others) {
        if (closed.has(page) || page === own || but.includes(page)) continue;
        closed.add(page);
        await page.close();
      }
    },
    async reloadExtension() {
      await browser.installExtension(extensionDir);
    },
    async kill() {
      const id = browser.process()?.pid;
      if (id !== undefined) await killProcesses([id]);
      await browser.close().catch(() => undefined);
      await isPutBack(userDataDir);
    },
    async close() {
      await browser.close();
      await isPutBack(userDataDir);
    },
  };
}

/**
 * Wait until puppeteer has put back the preferences of a profile, which it does when the browser
 * has ended and tells nobody of: the next browser would find half of it.
 */
async function isPutBack(userDataDir: string | undefined): Promise<void> {
  if (userDataDir === undefined) return;
  const put = ['user.js', 'prefs.js'].map((name) => join(userDataDir, `${name}.puppeteer`));
  await waitFor('the profile’s own preferences', async () => !put.some(existsSync));
}
