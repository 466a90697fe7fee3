import { serveTab } from '../../lib/messaging/transport.ts';
import { createHandlers, type TabServices } from './handlers.ts';
import { tellView } from './page-view.ts';

/**
 * Answer what is asked of the tab, and tell the side panel what is in view, until the signal
 * aborts. The function that is returned says that the page was read again.
 */
export function serve(
  services: TabServices & { document: Document },
  signal: AbortSignal,
): () => void {
  serveTab(createHandlers(services), signal);
  const tellAgain = tellView(services.document, services.page, signal);
  return () => {
    services.keyboard.refresh();
    tellAgain();
  };
}
