import { useEffect, useRef, useState } from 'preact/hooks';
import type { PassageSearchProps } from '../../components/passage-search.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { PassageSearch, SearchAct } from '../../lib/annotation/passage-location.ts';
import type { Page } from './use-page.ts';

/** Between two questions to a page that is still looking. Milliseconds. */
const PACE = 500;
/** A search that is over by then is not spoken of. Milliseconds. */
const PATIENCE = 1000;
/** A page may not know of its passages yet when it is first asked. Milliseconds. */
const EARLY = 3000;

/**
 * How far the page is in looking for its passages, when that takes longer than a moment, or was
 * stopped before it was done; and what came of it. Undefined while there is nothing to say.
 */
export function usePassageSearch(
  { client, ask, locations }: Page,
  annotations: readonly Annotation[] | undefined,
): PassageSearchProps | undefined {
  const [search, setSearch] = useState<PassageSearch>();
  const [round, setRound] = useState(0);
  /** Whether the reader has been told of the search, and is to hear how it ends. */
  const isTold = useRef(false);
  const hasNotes = (annotations?.length ?? 0) > 0;

  useEffect(() => {
    if (!client || !hasNotes) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const begun = performance.now();
    const look = async () => {
      const now = await client.searchPassages('tell').catch(() => undefined);
      if (isOver || !now) return;
      const lasted = performance.now() - begun;
      const isStopped = !now.isBusy && now.looked < now.total;
      if (isStopped || (now.isBusy && lasted > PATIENCE)) isTold.current = true;
      if (isTold.current) setSearch(now);
      if (now.isBusy || (now.total === 0 && lasted < EARLY)) timer = setTimeout(look, PACE);
      else if (isTold.current) await ask();
    };
    look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, ask, hasNotes, round]);
  // What was said of one page says nothing about another.
  useEffect(() => {
    isTold.current = false;
    setSearch(undefined);
  }, [client]);

  if (!client || !search) return undefined;
  const act = async (what: SearchAct) => {
    setSearch(await client.searchPassages(what));
    await ask();
    setRound((times) => times + 1);
  };
  const found = Object.values(locations).filter(
    ({ state }) => state !== 'orphan' && state !== 'ambiguous',
  ).length;
  return { search, found, onStop: () => act('stop'), onGoOn: () => act('goOn') };
}
