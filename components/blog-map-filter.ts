import type { Bindings } from './blog-map-bindings.ts';
import { isMarked, type MapPost, type Mark, type Stand } from './blog-map-post.ts';

/** What the reader asked to see. An empty list asks for nothing, and lets all posts through. */
export interface MapFilter {
  stands: readonly Stand[];
  marks: readonly Mark[];
  /** Numbers of bindings. */
  bindings: readonly number[];
}

export const EVERYTHING: MapFilter = { stands: [], marks: [], bindings: [] };

/** Whether the filter lets all posts through. */
export function isEverything({ stands, marks, bindings }: MapFilter): boolean {
  return stands.length + marks.length + bindings.length === 0;
}

/**
 * Whether a post is among those asked for. Of several states one is enough, and of several labels;
 * a mark that is asked for must be there.
 */
export function isWanted(post: MapPost, filter: MapFilter, all: Bindings): boolean {
  const { stands, marks, bindings } = filter;
  return (
    (stands.length === 0 || stands.includes(post.stand)) &&
    marks.every((mark) => isMarked(post, mark)) &&
    (bindings.length === 0 || bindings.some((binding) => hasBinding(post, binding, all)))
  );
}

/** Whether a post has the label of a binding, even if its book is bound in another. */
export function hasBinding(
  post: MapPost,
  binding: number,
  { labels, bindingOf }: Bindings,
): boolean {
  const label = labels[binding];
  return label === undefined ? bindingOf(post) === binding : post.labels.includes(label);
}

/** The list with the item, or without it where it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
