import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuickSearchProps } from '../../components/quick-search.tsx';
import type { SearchResultsProps } from '../../components/search-results.tsx';
import { openLibrary } from './open-pages.ts';
import { report } from './report.ts';
import type { Services } from './services.ts';
import { closePopup, openTab } from './tab.ts';

type Find = (query: string) => { hits: NonNullable<SearchResultsProps['hits']>; count: number };

export interface Searching {
  field: QuickSearchProps;
  /** Absent while nothing is asked for. */
  results: SearchResultsProps | undefined;
}

/**
 * Searching everything while the reader types. It is all loaded when the reader turns to the field,
 * and anew whenever that is: a side panel stays open while notes are written.
 */
export function useSearch({ annotations, posts, background }: Services): Searching {
  const [query, setQuery] = useState('');
  const [find, setFind] = useState<{ run: Find }>();
  const [error, setError] = useState(false);
  const isLoading = useRef(false);

  const load = async () => {
    if (isLoading.current) return;
    isLoading.current = true;
    try {
      const [{ createQuickSearch }, all, known] = await Promise.all([
        import('./quick-search.ts'),
        annotations.listAll(),
        posts.list(),
      ]);
      setFind({ run: createQuickSearch(all, known) });
      setError(false);
    } catch (cause) {
      report('the search could not begin', cause);
      setError(true);
    } finally {
      isLoading.current = false;
    }
  };
  const isAsked = query.trim() !== '';
  useEffect(() => {
    if (isAsked && !find) load();
  }, [isAsked]);

  const found = isAsked ? find?.run(query) : undefined;
  const onLibrary = () => void openLibrary(query.trim());
  return {
    field: { query, onQuery: setQuery, onFocus: load, onEnter: onLibrary },
    results: isAsked
      ? {
          hits: found?.hits,
          count: found?.count,
          hasFailed: error && !found,
          onPost: ({ permalink }) => openTab(permalink),
          async onAnnotation({ id }) {
            // The popup goes away with the tab it was opened for: only the background stays.
            background.showAnnotation(id).catch((cause: unknown) => {
              console.warn('Waymark: the passage could not be shown', cause);
            });
            closePopup();
          },
          onLibrary,
        }
      : undefined,
  };
}
