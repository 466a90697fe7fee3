import { setTimeout } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';

/** Milliseconds a page of the extension may take to load. */
const LOAD_TIMEOUT = 10_000;

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
export async function closeTab(url: string): Promise<boolean> {
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
export async function findExtensionPage(
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
