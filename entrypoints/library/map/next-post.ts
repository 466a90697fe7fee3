import type { NextPost } from '../../../components/blog-map-next.tsx';
import { byDate, type MapPost } from '../../../components/blog-map-post.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import type { Relatedness } from '../../../lib/relatedness/index.ts';
import type { Reading } from '../../../lib/storage/database.ts';

/** How many of the posts read last are asked for what follows, and how many answers are looked at. */
const TRAILS = 5;
const CANDIDATES = 12;
const TERMS_SHOWN = 3;

/**
 * The next post to read: of the unread ones the nearest in subject to what was read or annotated
 * last, else to what was before that, and so on; the newest unread where nothing leads further.
 * Undefined when none is unread.
 */
export function findNextPost(
  posts: readonly MapPost[],
  readings: readonly Reading[],
  annotations: readonly Annotation[],
  relatedness: Pick<Relatedness, 'related'>,
): NextPost | undefined {
  const known = new Map(posts.map((post) => [post.permalink, post]));
  const passages = Map.groupBy(annotations, ({ target }) => target.source);
  const trails = listLastTouched(readings, annotations).filter((source) => known.has(source));
  for (const source of trails.slice(0, TRAILS)) {
    const marked = passages.get(source)?.map(({ target }) => target.passage) ?? [];
    const related = relatedness.related(source as Permalink, {
      limit: CANDIDATES,
      passages: marked.filter((passage) => passage !== ''),
    });
    for (const { post, terms } of related) {
      const next = known.get(post.permalink);
      if (next?.stand !== 'unread') continue;
      const because = { title: known.get(source)?.title ?? '', terms: terms.slice(0, TERMS_SHOWN) };
      return { post: next, because };
    }
  }
  const newest = posts
    .filter(({ stand }) => stand === 'unread')
    .toSorted(byDate)
    .at(-1);
  return newest && { post: newest };
}

/** The posts that were opened, read or annotated, by when that was last: the latest first. */
function listLastTouched(
  readings: readonly Reading[],
  annotations: readonly Annotation[],
): string[] {
  const touched = new Map<string, string>();
  // Of a day nothing is known but the day: it begins before anything that was done in it.
  const touch = (source: string, when: string | undefined) => {
    if (when && when > (touched.get(source) ?? '')) touched.set(source, when);
  };
  for (const { permalink, days, read } of readings) {
    touch(permalink, days.at(-1));
    touch(permalink, read);
  }
  for (const { target, modified } of annotations) touch(target.source, modified);
  return [...touched].sort(([, a], [, b]) => (a < b ? 1 : -1)).map(([source]) => source);
}
