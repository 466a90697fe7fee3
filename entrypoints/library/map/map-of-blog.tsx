import { useMemo, useRef } from 'preact/hooks';
import { BlogMap } from '../../../components/blog-map.tsx';
import { MapOffer } from '../../../components/blog-map-offer.tsx';
import { ReadingCalendar } from '../../../components/reading-calendar.tsx';
import { SiteChoice } from '../../../components/site-choice.tsx';
import { UndoBar } from '../../../components/undo-bar.tsx';
import { say } from '../../../lib/language/say.ts';
import type { Services } from '../../pages/services.ts';
import { useQuery } from '../../pages/use-query.ts';
import { countAll, toDay, toMapPosts, toReadingDays } from './map-posts.ts';
import { useFeed } from './use-feed.ts';
import { useMapSite } from './use-map-site.ts';
import { useMapView } from './use-map-view.ts';
import { useNextPost } from './use-next-post.ts';
import { useReadMarks } from './use-read-marks.ts';

export type MapOfBlogProps = Pick<Services, 'annotations' | 'posts' | 'readings' | 'background'>;

/** The map of the blog and the calendar of reading, joined to the reader's library. */
export function MapOfBlog({ annotations, posts, readings, background }: MapOfBlogProps) {
  const [{ filter, arrangement }, show] = useMapView();
  const known = useQuery(() => posts.list(), []);
  const read = useQuery(() => readings.list(), []);
  const notes = useQuery(() => annotations.listAll(), []);
  const { site, sites, posts: shown, show: showSite } = useMapSite(known.value);
  const feed = useFeed({ posts, background }, site);
  const { onRead, undo } = useReadMarks(readings);
  const page = useRef<HTMLDivElement>(null);
  /** The bar goes away with the button in it: the focus must not go with them. */
  const keepFocus = () => page.current?.focus({ preventScroll: true });

  const lengths = useMemo(() => countAll(shown ?? []), [shown]);
  const mapped = useMemo(
    () => shown && read.value && notes.value && toMapPosts(shown, lengths, read.value, notes.value),
    [shown, lengths, read.value, notes.value],
  );
  const days = useMemo(
    () => toReadingDays(known.value ?? [], read.value ?? []),
    [known.value, read.value],
  );
  const suggestion = useNextPost(shown, mapped, read.value ?? [], notes.value ?? []);

  if (known.error || read.error || notes.error) {
    return (
      <p class="failure" role="alert">
        {say('mapFailed')}
      </p>
    );
  }
  if (!mapped) return <p role="status">{say('mapLoading')}</p>;
  const isEmpty = mapped.length === 0;
  return (
    <div class="map-page" ref={page} tabIndex={-1}>
      {sites.length > 1 && <SiteChoice sites={sites} site={site} onSite={showSite} />}
      {(isEmpty || feed.isOffered) && <MapOffer isEmpty={isEmpty} {...feed} />}
      {!isEmpty && (
        <BlogMap
          posts={mapped}
          {...suggestion}
          filter={filter}
          onFilter={(filter) => show({ filter, arrangement })}
          arrangement={arrangement}
          onArrange={(arrangement) => show({ filter, arrangement })}
          onRead={onRead}
        />
      )}
      {(!isEmpty || days.length > 0) && <ReadingCalendar days={days} today={toDay(new Date())} />}
      <UndoBar
        message={undo.message}
        onUndo={() => {
          keepFocus();
          undo.onUndo();
        }}
        onDismiss={() => {
          keepFocus();
          undo.onDismiss();
        }}
      />
    </div>
  );
}
