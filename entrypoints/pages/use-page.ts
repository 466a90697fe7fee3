import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { PassageLocation } from '../../lib/annotation/passage-location.ts';
import type { SelectedPassage, TabProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import { type BlogTab, closePopup } from './tab.ts';

/** What is known of the page in the tab, and what it can be had to do. */
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
  /** Load the page again; there only where Waymark does not run in it and would. */
  reload: (() => void) | undefined;
}

/** Undefined until the page has been asked; null when it did not answer. */
type Answer = Pick<Page, 'locations' | 'selection'> | null | undefined;

/**
 * Ask the page where its passages are and what is selected: again whenever the annotations change,
 * whenever the page was read again, and when the reader comes back from it.
 *
 * @param turn changes when the page was read again.
 */
export function usePage(
  tab: BlogTab | undefined,
  annotations: readonly Annotation[] | undefined,
  turn?: number,
): Page {
  const [answer, setAnswer] = useState<Answer>();
  const id = tab?.isBlog ? tab.id : undefined;
  const ask = useCallback(async () => {
    if (id === undefined) return;
    const client = tabClient(id);
    await Promise.all([client.listLocations(), client.findSelection()]).then(
      ([locations, selection]) => setAnswer({ locations, selection }),
      // A page that has no content script, or is still loading, knows nothing of its passages.
      () => setAnswer(null),
    );
  }, [id]);

  // What one page has answered says nothing about another.
  useEffect(() => setAnswer(undefined), [id]);
  useEffect(() => {
    if (annotations && !tab?.isLoading) ask();
  }, [ask, annotations, turn, tab?.isLoading]);
  useEffect(() => {
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [ask]);

  const all = useMemo(() => (id === undefined ? undefined : tabClient(id)), [id]);
  const client = answer ? all : undefined;
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
    reload:
      id !== undefined && answer === null && !tab?.isLoading
        ? () => browser.tabs.reload(id)
        : undefined,
  };
}
