import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import { speakBy } from '../../lib/language/say.ts';
import { serveBackground } from '../../lib/messaging/transport.ts';
import { createAnnouncer } from './announce.ts';
import { serveCommands } from './commands.ts';
import { welcomeOnInstall } from './first-run.ts';
import { createHandlers } from './handlers.ts';
import { addMenus } from './menus.ts';
import { createPostRefresher } from './refresh-posts.ts';
import { refreshRegularly, wakeAt } from './refresh-regularly.ts';
import { listShortcuts } from './shortcuts.ts';
import { openStores } from './stores.ts';

export default defineBackground(() => {
  speakBy(browser.i18n);
  const { feed, ...stores } = openStores();
  const announcer = createAnnouncer(stores.annotations);
  const isOnline = () => navigator.onLine;
  const refresher = createPostRefresher({ feed, fetchJson, isOnline, wakeAt });
  const listPageShortcuts = () => listShortcuts('page');
  serveBackground(
    createHandlers({ ...stores, announcer, refresher, listShortcuts: listPageShortcuts }),
  );
  addMenus();
  welcomeOnInstall(stores.settings);
  serveCommands();
  refreshRegularly(refresher);
});
