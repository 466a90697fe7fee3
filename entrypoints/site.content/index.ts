import '../blog.content/highlight.css';
import '../blog.content/keyboard-cursor.css';
import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createSitePosts } from '../../lib/blog/site-posts.ts';
import { speakBy } from '../../lib/language/say.ts';
import { start } from '../blog.content/start.ts';
import { untilRemoved } from './until-removed.ts';

// Without patterns of its own: with them they would be asked for at installation.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(context) {
    speakBy(browser.i18n);
    const signal = AbortSignal.any([context.signal, untilRemoved(document)]);
    const abort = () => context.abort();
    await start(document, createSitePosts(document, document.location.href), { signal, abort });
  },
});
