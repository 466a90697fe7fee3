import { useEffect, useMemo } from 'preact/hooks';
import { LibraryFrame } from '../../components/library-frame.tsx';
import { say } from '../../lib/language/say.ts';
import { useShortcutList } from '../pages/use-shortcut-list.tsx';
import type { LibraryServices } from './library-services.ts';
import { MapOfBlog } from './map/map-of-blog.tsx';
import { NotesView } from './notes-view.tsx';
import { routeOf, toSearch, VIEWS, type View } from './route.ts';
import { useDocuments } from './use-documents.ts';
import { countViews } from './use-results.ts';
import { useRoute } from './use-route.ts';

/** The library: its views, of which the address says which is shown. */
export function Library(services: LibraryServices) {
  const [route, go] = useRoute();
  const documents = useDocuments(services);
  const { all, isWhole } = documents;
  const counts = useMemo(() => (isWhole ? countViews(all) : undefined), [all, isWhole]);
  const { view } = route;
  const shortcuts = useShortcutList('library');
  useEffect(() => {
    document.title = say('libraryTitle', say(VIEWS[view].label));
  }, [view]);
  return (
    <LibraryFrame
      tabs={(Object.keys(VIEWS) as View[]).map((key) => ({
        key,
        label: say(VIEWS[key].label),
        count: key === 'map' ? undefined : counts?.[key],
        search: toSearch(routeOf(key)),
      }))}
      current={view}
      onView={(key) => go(routeOf(key as View), 'push')}
    >
      {view === 'map' ? (
        <MapOfBlog {...services} />
      ) : (
        <NotesView
          key={view}
          view={view}
          services={services}
          documents={documents}
          route={route}
          go={go}
        />
      )}
      {shortcuts}
    </LibraryFrame>
  );
}
