import type { BrowserContext, CDPSession } from '@playwright/test';
import { waitFor } from '../driver/wait.ts';
import { WELCOME } from './first-run.ts';

/** The extension in a running Chromium. */
export interface ChromiumInstallation {
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Wait until the extension's service worker runs. */
  awaitStart(): Promise<void>;
  /** Load it anew where it lies, as an update does: tabs stay, but for its own. */
  reload(): Promise<void>;
  /** Wait for the page that opens by itself when it has been installed, and close it. */
  putWelcomeAway(): Promise<void>;
  /** Kill the service worker; the browser starts it again when it is next needed. */
  stopBackground(): Promise<void>;
}

export function createInstallation(
  context: BrowserContext,
  extensionDir: string,
): ChromiumInstallation {
  let id = '';
  const addressOf = (path: string) => `chrome-extension://${id}/${path}`;

  /** Call the DevTools protocol of the browser itself. */
  const send = async <T>(call: (session: CDPSession) => Promise<T>): Promise<T | undefined> => {
    const session = await context.browser()?.newBrowserCDPSession();
    const answer = session && (await call(session));
    await session?.detach();
    return answer;
  };
  /** About extensions, which Playwright's types do not know. */
  const sendToExtensions = (name: string, parameters: object) =>
    send((session) =>
      session.send(`Extensions.${name}` as 'Browser.close', parameters as unknown as undefined),
    );

  return {
    addressOf,
    async awaitStart() {
      const [running] = context.serviceWorkers();
      const worker = running ?? (await context.waitForEvent('serviceworker'));
      id = new URL(worker.url()).host;
    },
    async reload() {
      await sendToExtensions('loadUnpacked', { path: extensionDir });
    },
    async putWelcomeAway() {
      const welcome = await waitFor('the first page', async () =>
        context.pages().find((page) => page.url() === addressOf(WELCOME)),
      );
      await welcome.close();
    },
    async stopBackground() {
      await send(async (session) => {
        const { targetInfos } = await session.send('Target.getTargets');
        const ours = targetInfos.filter(
          ({ type, url }) => type === 'service_worker' && url.startsWith(addressOf('')),
        );
        // One that has just ended by itself is not there to be ended.
        await Promise.allSettled(
          ours.map(({ targetId }) => session.send('Target.closeTarget', { targetId })),
        );
      });
    },
  };
}
