import './highlight.css';
import './keyboard-cursor.css';
import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { createPainter } from '../../lib/highlight/painter.ts';
import { speakBy } from '../../lib/language/say.ts';
import { background, serveTab } from '../../lib/messaging/transport.ts';
import { createHandlers } from './handlers.ts';
import { createKeyboardBar } from './keyboard-bar.ts';
import { createKeyboardReader } from './keyboard-reader.ts';
import { listen } from './listen.ts';
import { createNoteFrame } from './note-frame.ts';
import { createPageAnnotations } from './page-annotations.ts';
import { createPageToolbar } from './page-toolbar.tsx';
import { createReader } from './reader.tsx';
import { watchGround } from './watch-ground.ts';
import { watchPage } from './watch-page.ts';

export default defineContentScript({
  matches: BLOG_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  async main({ signal }) {
    speakBy(browser.i18n);
    const painter = createPainter(CSS.highlights);
    const page = createPageAnnotations({ document, painter, background });
    const bar = createKeyboardBar(document, signal);
    const toolbar = createPageToolbar(document, bar.say, signal);
    const noteFrame = createNoteFrame(document, signal);
    const reader = createReader({ document, page, toolbar, noteFrame });
    const keyboard = createKeyboardReader({ document, painter, page, reader, toolbar, bar });
    listen(document, { reader, toolbar, keyboard, bar }, signal);
    serveTab(createHandlers({ page, reader, noteFrame, keyboard }), signal);
    watchGround(document, page.repaint, signal);
    signal.addEventListener('abort', () => painter.clear());
    const events = { onChange: page.rescan, onChanged: keyboard.refresh, onGlance: painter.repair };
    await watchPage(document, events, signal);
  },
});
