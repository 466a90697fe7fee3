import './highlight.css';
import './keyboard-cursor.css';
import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { speakBy } from '../../lib/language/say.ts';
import { start } from './start.ts';

export default defineContentScript({
  matches: BLOG_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  async main(context) {
    speakBy(browser.i18n);
    await start(document, context);
  },
});
