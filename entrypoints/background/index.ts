import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import { speakBy } from '../../lib/language/say.ts';
import { serveBackground } from '../../lib/messaging/transport.ts';
import { createAnchoringRepository } from '../../lib/storage/anchoring-repository.ts';
import { createAnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository } from '../../lib/storage/draft-repository.ts';
import { createFeedRepository } from '../../lib/storage/feed-repository.ts';
import { createPostRepository } from '../../lib/storage/post-repository.ts';
import { createReadingRepository } from '../../lib/storage/reading-repository.ts';
import { createSettingsRepository } from '../../lib/storage/settings-repository.ts';
import { createAnnouncer } from './announce.ts';
import { serveCommands } from './commands.ts';
import { createHandlers } from './handlers.ts';
import { addMenus } from './menus.ts';
import { createPostRefresher } from './refresh-posts.ts';
import { refreshRegularly, wakeAt } from './refresh-regularly.ts';

export default defineBackground(() => {
  speakBy(browser.i18n);
  const database = openDatabase();
  const anchorings = createAnchoringRepository(database);
  const annotations = createAnnotationRepository(database);
  const posts = createPostRepository(database);
  const announcer = createAnnouncer(annotations);
  const refresher = createPostRefresher({
    feed: createFeedRepository(database),
    fetchJson,
    isOnline: () => navigator.onLine,
    wakeAt,
  });
  const drafts = createDraftRepository(database);
  const readings = createReadingRepository(database);
  const settings = createSettingsRepository(database);
  const kept = { anchorings, annotations, drafts, posts, readings, settings };
  serveBackground(createHandlers({ ...kept, announcer, refresher }));
  addMenus();
  serveCommands();
  refreshRegularly(refresher);
});
