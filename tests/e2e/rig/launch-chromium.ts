import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { waitFor } from '../driver/wait.ts';
import { findChromium } from './find-browser.ts';
import { WELCOME, willWelcome } from './first-run.ts';

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
  /** Whether the extension is uninstalled and installed again while the browser runs. */
  isRenewed?: boolean;
}

export interface ChromiumWithExtension {
  context: BrowserContext;
  extensionId: string;
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Open one of the extension's pages in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Kill the extension's service worker; the browser starts it again when it is next needed. */
  stopBackground(): Promise<void>;
  /** Close every tab but the first, and take the extension away with all that it has kept. */
  uninstall(): Promise<void>;
  /** Install the extension again, as for the first time. */
  install(): Promise<void>;
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
  const { headless = true, extensionDir, userDataDir, isRenewed = false, lang } = options;
  const isWelcomed = willWelcome(extensionDir, userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath,
    headless,
    // A window on a screen shows as much as it has room for.
    viewport: headless ? { width: 1280, height: 860 } : null,
    args: flagsFor(options),
    // On Linux Chromium asks the environment what its language is.
    ...(lang && { env: { ...process.env, LANGUAGE: lang }, locale: lang }),
    // With it an extension could not be installed while the browser runs.
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const install = async () => {
    const started = context.waitForEvent('serviceworker');
    await sendToExtensions(context, 'loadUnpacked', { path: extensionDir });
    return started;
  };
  const [running] = context.serviceWorkers();
  const worker = running ?? (await (isRenewed ? install() : context.waitForEvent('serviceworker')));
  const extensionId = new URL(worker.url()).host;
  const addressOf = (path: string) => `chrome-extension://${extensionId}/${path}`;
  const putWelcomeAway = async () => {
    const welcome = await waitFor('the first page', async () =>
      context.pages().find((page) => page.url() === addressOf(WELCOME)),
    );
    await welcome.close();
  };
  if (isWelcomed) await putWelcomeAway();
  return {
    context,
    extensionId,
    addressOf,
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(addressOf(path));
      return page;
    },
    async stopBackground() {
      const session = await context.browser()?.newBrowserCDPSession();
      const { targetInfos = [] } = (await session?.send('Target.getTargets')) ?? {};
      const workers = targetInfos.filter(
        ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
      );
      // One that has just ended by itself is not there to be ended.
      await Promise.allSettled(
        workers.map(({ targetId }) => session?.send('Target.closeTarget', { targetId })),
      );
      await session?.detach();
    },
    async uninstall() {
      const [, ...others] = context.pages();
      await Promise.all(others.map((page) => page.close()));
      await sendToExtensions(context, 'uninstall', { id: extensionId });
    },
    async install() {
      await install();
      await putWelcomeAway();
    },
    close: () => context.close(),
  };
}

/** Call the DevTools protocol about extensions, which Playwright's types do not know. */
async function sendToExtensions(context: BrowserContext, call: string, parameters: object) {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send(`Extensions.${call}` as 'Browser.close', parameters as unknown as undefined);
  await session?.detach();
}

function flagsFor({
  extensionDir,
  proxyPort,
  caretBrowsing,
  isRenewed,
  lang,
}: ChromiumOptions): string[] {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    // What the command line loads cannot be uninstalled.
    ...(isRenewed
      ? ['--enable-unsafe-extension-debugging']
      : [`--load-extension=${extensionDir}`, `--disable-extensions-except=${extensionDir}`]),
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
