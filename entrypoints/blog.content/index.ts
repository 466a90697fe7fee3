import './highlight.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { BLOG_MATCHES } from '../../lib/blog/address.ts';
import { createPainter } from '../../lib/highlight/painter.ts';
import { background, serveTab } from '../../lib/messaging/transport.ts';
import { createHandlers } from './handlers.ts';
import { listen } from './listen.ts';
import { createNoteFrame } from './note-frame.ts';
import { createPageAnnotations } from './page-annotations.ts';
import { createPageToolbar } from './page-toolbar.tsx';
import { createReader } from './reader.tsx';
import { watchPage } from './watch-page.ts';

export default defineContentScript({
  matches: BLOG_MATCHES,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  async main({ signal }) {
    const painter = createPainter(CSS.highlights);
    const page = createPageAnnotations({ document, painter, background });
    const toolbar = createPageToolbar(document, signal);
    const noteFrame = createNoteFrame(document, signal);
    const reader = createReader({ document, page, toolbar, noteFrame });
    listen(document, { reader, toolbar }, signal);
    serveTab(createHandlers({ page, reader, noteFrame }), signal);
    watchPage(document, page.rescan, signal);
    signal.addEventListener('abort', () => painter.clear());
    await page.rescan();
  },
});
