import browser, { type Runtime } from 'webextension-polyfill';
import { PAGE_VIEW } from '../../lib/messaging/page-view.ts';
import { hear } from './hear.ts';
import type { PageAnnotations } from './page-annotations.ts';

/** Between two looks at a page that is being scrolled. Milliseconds. */
const PACE = 150;

/**
 * Tell the side panel what of the page is on the screen, for as long as it listens: a page to which
 * nobody does has no work with it. The function that is returned says that the page was read again.
 */
export function tellView(
  document: Document,
  page: Pick<PageAnnotations, 'inView'>,
  signal: AbortSignal,
): () => void {
  const ports = new Set<Runtime.Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const tell = () => {
    timer = undefined;
    const view = { ...page.inView(), turn };
    for (const port of ports) port.postMessage(view);
  };
  const tellSoon = () => {
    if (ports.size > 0) timer ??= setTimeout(tell, PACE);
  };
  const onConnect = (port: Runtime.Port) => {
    if (port.name !== PAGE_VIEW) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    tellSoon();
  };
  browser.runtime.onConnect.addListener(onConnect);
  hear(document, ['scroll'], tellSoon, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    browser.runtime.onConnect.removeListener(onConnect);
    for (const port of ports) port.disconnect();
    ports.clear();
  });
  return () => {
    turn += 1;
    tellSoon();
  };
}
