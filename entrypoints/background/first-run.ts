import browser from 'webextension-polyfill';
import type { SettingsRepository } from '../../lib/storage/settings-repository.ts';

/** Open the first page when Waymark has been installed, and only the first time in this profile. */
export function welcomeOnInstall(settings: SettingsRepository): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' || (await settings.read()).welcomed) return;
    await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    await settings.save({ welcomed: true });
  });
}
