import { useEffect, useState } from 'preact/hooks';
import { type MapView, parseMapView, withMapView } from './map-view.ts';

/** What the page's address says of the map, and the way to change it, which back undoes. */
export function useMapView(): [MapView, (view: MapView) => void] {
  const [view, setView] = useState(() => parseMapView(location.search));
  useEffect(() => {
    const onPopState = () => setView(parseMapView(location.search));
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  return [
    view,
    (next) => {
      const search = withMapView(location.search, next);
      history.pushState(null, '', `${location.pathname}${search}`);
      setView(next);
    },
  ];
}
