import { type Bindings, NO_LABEL, OTHER_LABELS } from './blog-map-bindings.ts';
import { byDate, type MapPost } from './blog-map-post.ts';

/** What stands together on the shelves. */
export const ARRANGEMENTS = ['year', 'label'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Posts that stand together, in the order they stand in. */
export interface Group {
  /** A year, or the number of a binding. */
  key: number;
  posts: readonly MapPost[];
}

/**
 * The posts by year, and within a year by label; or by label, and within a label by date. Either
 * way colours and years form stretches that the eye can follow.
 */
export function toGroups(
  posts: readonly MapPost[],
  arrangement: Arrangement,
  { bindingOf }: Bindings,
): Group[] {
  const byBinding = (a: MapPost, b: MapPost) => bindingOf(a) - bindingOf(b) || byDate(a, b);
  const groups =
    arrangement === 'year'
      ? Map.groupBy(posts.toSorted(byBinding), ({ year }) => year)
      : Map.groupBy(posts.toSorted(byDate), bindingOf);
  return [...groups]
    .map(([key, members]) => ({ key, posts: members }))
    .sort((a, b) => a.key - b.key);
}

/** The label of a binding, or one of the two sentences for posts that have none of the labels. */
export function nameOfBinding(
  binding: number,
  { labels }: Bindings,
  words: { other: string; none: string },
): string {
  if (binding === NO_LABEL) return words.none;
  if (binding === OTHER_LABELS) return words.other;
  return labels[binding] ?? words.other;
}
