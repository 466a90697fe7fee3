import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { PassageLocation } from '../../lib/annotation/passage-location.ts';
import type { SelectedPassage, TabProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import { type BlogTab, closePopup } from './tab.ts';

/** What the popup knows of the page in the tab, and can have it do. */
export interface Page {
  /** What became of each passage; empty while the page has not answered. */
  locations: Record<AnnotationId, PassageLocation>;
  /** What is selected in the page. */
  selection: SelectedPassage | undefined;
  /** Ask the page again. */
  ask: () => Promise<void>;
  /** The page itself; absent where there is none to ask. */
  client: Client<TabProtocol> | undefined;
  jumpTo: ((annotation: Annotation) => void) | undefined;
}

interface Answer {
  locations: Page['locations'];
  selection: Page['selection'];
}

/**
 * Ask the page where its passages are and what is selected: again whenever the annotations change,
 * and when the reader comes back to a popup that stands in a tab.
 */
export function usePage(
  tab: BlogTab | undefined,
  annotations: readonly Annotation[] | undefined,
): Page {
  const [answer, setAnswer] = useState<Answer>();
  const id = tab?.permalink && tab.id;
  const ask = useCallback(async () => {
    if (id === undefined) return;
    const client = tabClient(id);
    await Promise.all([client.listLocations(), client.findSelection()]).then(
      ([locations, selection]) => setAnswer({ locations, selection }),
      // A page that has no content script, or is still loading, knows nothing of its passages.
      () => setAnswer(undefined),
    );
  }, [id]);

  useEffect(() => {
    if (annotations) ask();
  }, [ask, annotations]);
  useEffect(() => {
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [ask]);

  const client = id !== undefined && answer ? tabClient(id) : undefined;
  return {
    locations: answer?.locations ?? {},
    selection: answer?.selection,
    ask,
    client,
    jumpTo:
      client &&
      (async (annotation) => {
        if (await client.jumpTo(annotation.id)) closePopup();
      }),
  };
}
