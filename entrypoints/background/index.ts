import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import { speakBy } from '../../lib/language/say.ts';
import { serveBackground } from '../../lib/messaging/transport.ts';
import { createAnnouncer } from './announce.ts';
import { serveCommands } from './commands.ts';
import { welcomeOnInstall } from './first-run.ts';
import { createHandlers } from './handlers.ts';
import { openLibrary } from './library.ts';
import { addMenus } from './menus.ts';
import { createPostRefresher } from './refresh-posts.ts';
import { refreshRegularly, wakeAt } from './refresh-regularly.ts';
import { listShortcuts } from './shortcuts.ts';

export default defineBackground(() => {
  speakBy(browser.i18n);
  const library = openLibrary();
  const announcer = createAnnouncer(library.annotations);
  const refresher = createPostRefresher({
    feed: library.feed,
    fetchJson,
    isOnline: () => navigator.onLine,
    wakeAt,
  });
  serveBackground(createHandlers({ ...library, announcer, refresher, listShortcuts }));
  addMenus();
  welcomeOnInstall(library.settings);
  serveCommands();
  refreshRegularly(refresher);
});
