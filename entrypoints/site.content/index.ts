import '../blog.content/highlight.css';
import '../blog.content/keyboard-cursor.css';
import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSitePosts } from '../../lib/blog/site-posts.ts';
import { speakBy } from '../../lib/language/say.ts';
import { parseSites } from '../../lib/messaging/tab-schema.ts';
import { start } from '../blog.content/start.ts';

// Without patterns of its own: with them they would be asked for at installation.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(context) {
    speakBy(browser.i18n);
    const { signal } = context;
    const abort = () => context.abort();
    const finder = createSitePosts(document, document.location.href);
    await start(
      document,
      finder,
      { signal, abort },
      {
        parse: parseSites,
        handle: (sites) => {
          if (!sites.includes(document.location.hostname)) abort();
        },
      },
    );
  },
});
