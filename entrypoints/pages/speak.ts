import browser from 'webextension-polyfill';
import { languageOf, type MessageName, say, speakBy } from '../../lib/language/say.ts';
import { reportTroubles } from './report.ts';

/**
 * Speak the reader's language on this page, and have the page say which that is, and what goes wrong.
 *
 * @param title the page's own; without one it is called as in its HTML.
 */
export function speakOnPage(title?: MessageName): void {
  reportTroubles();
  speakBy(browser.i18n);
  document.documentElement.lang = languageOf();
  if (title) document.title = say(title);
}
