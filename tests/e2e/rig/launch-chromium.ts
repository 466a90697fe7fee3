import { execFileSync } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { allowSiteInChromium, clickIconInChromium } from './allow-site.ts';
import { createInstallation } from './chromium-installation.ts';
import { findChromium } from './find-browser.ts';
import { willWelcome } from './first-run.ts';
import { killProcesses } from './kill-process.ts';

export interface ChromiumOptions {
  /** Folder of the unpacked extension. */
  extensionDir: string;
  /** Folder of the profile; what it holds outlives the browser. */
  userDataDir: string;
  /** Port of the blog server that stands in for the network. Without it the network is used. */
  proxyPort?: number;
  headless?: boolean;
  /**
   * Let a click in a text set a caret, from which Shift and the arrow keys select, as F7 does for
   * readers who use the keyboard. Firefox selects so without it.
   */
  caretBrowsing?: boolean;
  /** The language of the browser, and so of the extension; that of this machine unless given. */
  lang?: string;
}

export interface ChromiumWithExtension {
  context: BrowserContext;
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Open one of the extension's pages in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Kill the extension's service worker; the browser starts it again when it is next needed. */
  stopBackground(): Promise<void>;
  /** Have the reader's yes to being asked for a site known beforehand. */
  allowSite(site: string): Promise<void>;
  /** Click on the extension's icon while the page at an address is shown. */
  clickIcon(url: string): Promise<void>;
  /** Load the extension anew, as an update does: tabs stay, but for its own. */
  reloadExtension(): Promise<void>;
  /** End the browser with a SIGKILL, as it works, and keep its profile. */
  kill(): Promise<void>;
  /** Close the browser and keep its profile. */
  close(): Promise<void>;
}

/**
 * Start Chromium with the extension installed, and wait until its service worker runs.
 *
 * @throws Error when there is no Chromium on this machine.
 */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumWithExtension> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set WAYMARK_CHROMIUM to its path.');
  const { headless = true, extensionDir, userDataDir, lang } = options;
  const isWelcomed = willWelcome(extensionDir, userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath,
    headless,
    // A window on a screen shows as much as it has room for.
    viewport: headless ? { width: 1280, height: 860 } : null,
    args: flagsFor(options),
    // On Linux Chromium asks the environment what its language is.
    ...(lang && { env: { ...process.env, LANGUAGE: lang }, locale: lang }),
  });
  const installation = createInstallation(context, extensionDir);
  await installation.awaitStart();
  if (isWelcomed) await installation.putWelcomeAway();
  const { addressOf, stopBackground } = installation;
  return {
    context,
    addressOf,
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(addressOf(path));
      return page;
    },
    allowSite: (site) => allowSiteInChromium(context, idOf(addressOf('')), site),
    clickIcon: (url) => clickIconInChromium(context, idOf(addressOf('')), url),
    stopBackground,
    reloadExtension: installation.reload,
    async kill() {
      await killProcesses(listProcesses(userDataDir));
      await context.close().catch(() => undefined);
    },
    close: () => context.close(),
  };
}

function idOf(address: string): string {
  return new URL(address).host;
}

/** The browser's own process, known by the profile that it alone has: the others end with it. */
function listProcesses(userDataDir: string): number[] {
  const found = execFileSync('pgrep', ['-f', `user-data-dir=${userDataDir}`], { encoding: 'utf8' });
  return found.trim().split('\n').map(Number);
}

function flagsFor({ extensionDir, proxyPort, caretBrowsing, lang }: ChromiumOptions): string[] {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    `--load-extension=${extensionDir}`,
    `--disable-extensions-except=${extensionDir}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(lang ? [`--lang=${lang}`] : []),
    ...(caretBrowsing ? ['--enable-caret-browsing'] : []),
    // Chromium's sandbox refuses to start for root, as whom containers run.
    ...(isRootOnLinux ? ['--no-sandbox'] : []),
    ...(proxyPort
      ? [
          `--proxy-server=127.0.0.1:${proxyPort}`,
          '--disable-quic',
          // The stand-in's certificate is signed by nobody.
          '--ignore-certificate-errors',
        ]
      : []),
  ];
}
