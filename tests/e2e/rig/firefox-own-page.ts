import type { Browser, Page } from 'puppeteer-core';
import { waitFor } from '../driver/wait.ts';

/** As much of the browser's own interface as is used here. */
declare const WebExtensionPolicy: {
  getByHostname(host: string): { extension: { terminateBackground(): Promise<void> } } | null;
};
declare const Services: {
  wm: { getMostRecentWindow(type: string): { gBrowser: { selectedBrowser: HTMLElement } } };
};

const opened = new WeakMap<Browser, Promise<Page>>();

/** A page that may do in Firefox whatever Firefox itself may. It stays open: it is slow to come. */
export function ownPageOf(browser: Browser): Promise<Page> {
  const page = opened.get(browser) ?? openOwnPage(browser);
  opened.set(browser, page);
  return page;
}

async function openOwnPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  // Nothing is reported of pages of the browser's own.
  await page.goto('about:config', { waitUntil: [] });
  await waitFor('a page of the browser’s own', () =>
    page
      .evaluate(() => location.href === 'about:config' && document.readyState === 'complete')
      .catch(() => false),
  );
  return page;
}

/** Sent to such a page as text: end the background page of the extension with this host. */
export async function endBackground(host: string): Promise<void> {
  await WebExtensionPolicy.getByHostname(host)?.extension.terminateBackground();
}

/**
 * Have the page that is shown get the keys. On a busy machine Firefox shows a tab before it gives it
 * the focus, and what is typed until then is lost.
 */
export async function takeFocus(page: Page): Promise<void> {
  const hasFocus = () => page.evaluate(() => document.hasFocus());
  if (await hasFocus()) return;
  const own = await ownPageOf(page.browser());
  await waitFor('the focus', async () => {
    await own.evaluate(() =>
      Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.focus(),
    );
    return hasFocus();
  });
}
