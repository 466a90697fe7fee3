import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { parseRoute, type Route, toSearch } from './route.ts';

/** Goes where the change leads: typing replaces the entry of the history, choosing adds one. */
export type Go = (change: Partial<Route>, how: 'push' | 'replace') => void;

/** The route in the page's address, which back, forward and bookmarks lead to. */
export function useRoute(): [Route, Go] {
  const [route, setRoute] = useState(() => parseRoute(location.search));
  const current = useRef(route);
  const show = useCallback((next: Route) => {
    current.current = next;
    setRoute(next);
  }, []);

  useEffect(() => {
    const onPopState = () => show(parseRoute(location.search));
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, [show]);

  const go = useCallback<Go>(
    (change, how) => {
      const next = { ...current.current, ...change };
      const address = `${location.pathname}${toSearch(next)}`;
      const isElsewhere = toSearch(next) !== toSearch(current.current);
      if (how === 'push' && isElsewhere) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      show(next);
    },
    [show],
  );
  return [route, go];
}
