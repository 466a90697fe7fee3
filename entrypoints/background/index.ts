import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import { readFeed } from '../../lib/blog/read-feed.ts';
import { speakBy } from '../../lib/language/say.ts';
import { serveBackground } from '../../lib/messaging/transport.ts';
import { createAnnouncer } from './announce.ts';
import { serveCommands } from './commands.ts';
import { welcomeOnInstall } from './first-run.ts';
import { createHandlers } from './handlers.ts';
import { keepRelated, renewingRelated } from './keep-related.ts';
import { meetSites } from './meet-sites.ts';
import { addMenus } from './menus.ts';
import { createPostRefresher } from './refresh-posts.ts';
import { refreshRegularly, wakeAt } from './refresh-regularly.ts';
import { createRelatedKeeper } from './related-keeper.ts';
import { listShortcuts } from './shortcuts.ts';
import { createSiteRefreshers } from './site-refreshers.ts';
import { runOnSites } from './site-scripts.ts';
import { openStores } from './stores.ts';

export default defineBackground(() => {
  speakBy(browser.i18n);
  const { feed, relatedWork, ...stores } = openStores();
  const related = createRelatedKeeper({ work: relatedWork });
  const announcer = renewingRelated(createAnnouncer(stores.annotations), related);
  const isOnline = () => navigator.onLine;
  const blog = createPostRefresher({
    feed,
    read: (from, options) => readFeed(from, { ...options, fetchJson }),
    isOnline,
    wakeAt,
  });
  const refreshers = createSiteRefreshers({ blog, isOnline, ...stores });
  const ofPage = () => listShortcuts('page');
  const services = { ...stores, announcer, refreshers, related, listShortcuts: ofPage };
  serveBackground(createHandlers(services));
  addMenus();
  welcomeOnInstall(stores.settings);
  serveCommands();
  refreshRegularly(refreshers, blog);
  runOnSites({ onSites: (sites, added) => meetSites(sites, added, refreshers) });
  keepRelated(related, relatedWork);
});
