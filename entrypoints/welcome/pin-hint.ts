import browser from 'webextension-polyfill';
import { say } from '../../lib/language/say.ts';

/**
 * How the icon is kept in sight, in the browser's own terms; undefined when it is already. Which
 * browser it is shows in what it can do: only Firefox tells an extension about itself.
 */
export async function findPinHint(): Promise<string | undefined> {
  if ('getUserSettings' in browser.action) {
    const { isOnToolbar } = await browser.action.getUserSettings();
    if (isOnToolbar) return undefined;
  }
  return say('getBrowserInfo' in browser.runtime ? 'welcomePinFirefox' : 'welcomePinChrome');
}
