import './blog-map.css';
import './blog-map-book.css';
import { useMemo, useState } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import { createBindings } from './blog-map-bindings.ts';
import { isEverything, isWanted, type MapFilter } from './blog-map-filter.ts';
import { type Arrangement, nameOfBinding, toGroups } from './blog-map-groups.ts';
import { MapLegend } from './blog-map-legend.tsx';
import { NextOnTheWay, type NextPost } from './blog-map-next.tsx';
import { MapPicture } from './blog-map-picture.tsx';
import type { MapPost } from './blog-map-post.ts';
import { MapTable } from './blog-map-table.tsx';
import { createMapWords, sayDuration } from './blog-map-words.ts';

/** Room for the name under a group, in pixels at normal text size: a year, or most of a label. */
const PLATE_WIDTHS: Readonly<Record<Arrangement, number>> = { year: 34, label: 84 };

export interface BlogMapProps {
  /** All known posts of the blog, one at least. */
  posts: readonly MapPost[];
  /** Undefined while it is being looked for, and when everything has been read. */
  next: NextPost | undefined;
  isLooking: boolean;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
  /** The reader says that a post has been read, or that it has not. */
  onRead: (post: MapPost, isRead: boolean) => void;
}

/** The posts of the blog as books on shelves, what the drawing means, and a table of the same. */
export function BlogMap(props: BlogMapProps) {
  const { posts, next, isLooking, filter, onFilter, arrangement, onArrange, onRead } = props;
  const [isTableOpen, setTableOpen] = useState(false);
  const words = useMemo(createMapWords, []);
  // Whoever marks a post as read changes no label: the books keep their bindings.
  const bindings = useMemo(() => createBindings(posts), [posts]);
  const { groups, nameOf } = useMemo(() => {
    const names = { other: say('mapOtherLabels'), none: say('mapNoLabel') };
    return {
      groups: toGroups(posts, arrangement, bindings),
      nameOf: (key: number) =>
        arrangement === 'year' ? String(key) : nameOfBinding(key, bindings, names),
    };
  }, [posts, arrangement, bindings]);
  const shown = useMemo(
    () => posts.filter((post) => isWanted(post, filter, bindings)),
    [posts, filter, bindings],
  );
  const wanted = useMemo(
    () => (isEverything(filter) ? undefined : new Set(shown.map(({ permalink }) => permalink))),
    [shown, filter],
  );

  return (
    <section class="map" aria-labelledby="map-heading">
      <div class="map-head">
        <h2 id="map-heading">{say('mapHeading')}</h2>
        <p class="soft">{summaryOf(posts)}</p>
      </div>
      {(next || isLooking) && <NextOnTheWay next={next} words={words} />}
      <MapLegend {...{ posts, bindings, filter, onFilter, arrangement, onArrange }} />
      <p role="status" class="map-matching">
        {wanted && sayCount('mapMatching', shown.length, posts.length)}
      </p>
      <MapPicture
        {...{ groups, nameOf, bindings, words, wanted, onRead }}
        next={next?.post.permalink}
        plateWidth={PLATE_WIDTHS[arrangement]}
      />
      <p class="map-hint">
        {say('mapLengthKey')} {say('mapKeys')}
      </p>
      <details open={isTableOpen} onToggle={(event) => setTableOpen(event.currentTarget.open)}>
        <summary>{say('mapTable')}</summary>
        {isTableOpen && <MapTable posts={shown} words={words} onRead={onRead} />}
      </details>
    </section>
  );
}

function summaryOf(posts: readonly MapPost[]): string {
  const left = posts
    .filter(({ stand }) => stand !== 'read')
    .reduce((total, { minutes }) => total + minutes, 0);
  return say(
    'mapSummary',
    sayCount('mapPosts', posts.length),
    posts.filter(({ stand }) => stand === 'read').length,
    posts.filter(({ notes }) => notes > 0).length,
    sayDuration(left),
  );
}
