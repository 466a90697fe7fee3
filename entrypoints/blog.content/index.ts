import './highlight.css';
import './keyboard-cursor.css';
import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { findPosts } from '../../lib/blog/page.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import { listBodies } from '../../lib/blog/post-body.ts';
import { speakBy } from '../../lib/language/say.ts';
import { start } from './start.ts';

export default defineContentScript({
  matches: BLOG_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  async main(context) {
    speakBy(browser.i18n);
    await start(document, { listBodies, findPosts, toPermalink }, context);
  },
});
