/** How far the reader is with a post, in the order of the legend. */
export const STANDS = ['unread', 'opened', 'read'] as const;
export type Stand = (typeof STANDS)[number];

/** What the reader left in a post. */
export const MARKS = ['highlighted', 'noted'] as const;
export type Mark = (typeof MARKS)[number];

/** A post as the map shows it. */
export interface MapPost {
  permalink: string;
  title: string;
  year: number;
  /** ISO 8601; absent when it is not known. */
  published?: string;
  labels: readonly string[];
  words: number;
  /** Minutes it takes to read. */
  minutes: number;
  stand: Stand;
  /** Annotations of any kind. */
  highlights: number;
  /** Those of them in which the reader wrote: comments, questions and actions. */
  notes: number;
}

/** Whether a post bears a mark. */
export function isMarked(post: MapPost, mark: Mark): boolean {
  return (mark === 'noted' ? post.notes : post.highlights) > 0;
}

/** Compares posts by the day they appeared, the oldest first. */
export function byDate(a: MapPost, b: MapPost): number {
  const [left, right] = [a.published ?? `${a.year}`, b.published ?? `${b.year}`];
  if (left !== right) return left < right ? -1 : 1;
  return a.permalink < b.permalink ? -1 : 1;
}
