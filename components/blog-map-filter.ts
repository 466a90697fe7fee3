import { type Bindings, hasLabel } from './blog-map-bindings.ts';
import { isMarked, type MapPost, type Mark, type Stand } from './blog-map-post.ts';

/** What the reader asked to see. An empty list asks for nothing, and lets all posts through. */
export interface MapFilter {
  stands: readonly Stand[];
  marks: readonly Mark[];
  /** Labels, as `labelKeyOf` names them. */
  labels: readonly string[];
}

export const EVERYTHING: MapFilter = { stands: [], marks: [], labels: [] };

/** Whether the filter lets all posts through. */
export function isEverything({ stands, marks, labels }: MapFilter): boolean {
  return stands.length + marks.length + labels.length === 0;
}

/**
 * Whether a post is among those asked for. Of several states one is enough, and of several labels;
 * a mark that is asked for must be there.
 */
export function isWanted(post: MapPost, filter: MapFilter, all: Bindings): boolean {
  const { stands, marks, labels } = filter;
  return (
    (stands.length === 0 || stands.includes(post.stand)) &&
    marks.every((mark) => isMarked(post, mark)) &&
    (labels.length === 0 || labels.some((key) => hasLabel(post, key, all)))
  );
}

/** The list with the item, or without it where it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
