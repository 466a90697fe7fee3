import type { Page } from 'puppeteer-core';
import type { Theme } from '../driver/tab.ts';
import { waitFor } from '../driver/wait.ts';
import { ownPageOf } from './firefox-own-page.ts';

/** As much of the browser's own interface to its preferences as is used here. */
declare const Services: { prefs: { setIntPref(name: string, value: number): void } };

/**
 * Change what the reader's system asks of pages, in all tabs. No protocol of Firefox's does that, but
 * its page of preferences can be told to. Resolves when a page has heard of it.
 */
export async function setThemeOfFirefox(
  page: Page,
  { colorScheme, forcedColors }: Theme,
): Promise<void> {
  // Colours that are forced are the reader's own, which are light here.
  const asked = forcedColors
    ? '(forced-colors: active)'
    : `(forced-colors: none) and (prefers-color-scheme: ${colorScheme})`;
  const isSet = () => page.evaluate((query) => matchMedia(query).matches, asked);
  if (await isSet()) return;
  const settings = await ownPageOf(page.browser());
  const set = (scheme: number, use: number) => {
    Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme);
    Services.prefs.setIntPref('browser.display.document_color_use', use);
  };
  await settings.evaluate(set, colorScheme === 'dark' ? 0 : 1, forcedColors ? 2 : 0);
  await waitFor('the theme', isSet);
  await page.bringToFront();
}
