import { useEffect, useState } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { LocationState } from '../../lib/messaging/protocol.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import { type BlogTab, closePopup } from './tab.ts';

/** What the popup knows of the page in the tab, and can have it do. */
export interface Page {
  /** How each passage was found; empty while the page has not answered. */
  states: Record<AnnotationId, LocationState>;
  /** Absent where there is no page to ask. */
  jumpTo: ((annotation: Annotation) => void) | undefined;
}

/** Ask the page where its passages are, again whenever the annotations change. */
export function usePage(
  tab: BlogTab | undefined,
  annotations: readonly Annotation[] | undefined,
): Page {
  const [states, setStates] = useState<Page['states']>();
  const id = tab?.permalink && tab.id;
  useEffect(() => {
    if (id === undefined || !annotations) return;
    tabClient(id)
      .listStates()
      // A page that has no content script, or is still loading, knows nothing of its passages.
      .then(setStates, () => setStates(undefined));
  }, [id, annotations]);

  return {
    states: states ?? {},
    jumpTo:
      id !== undefined && states
        ? async (annotation) => {
            if (await tabClient(id).jumpTo(annotation.id)) closePopup();
          }
        : undefined,
  };
}
