import { type Annotation, isPresent } from '../annotation/annotation.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Database } from './database.ts';
import { inReadingOrder } from './reading-order.ts';

/** The passages that the reader has marked in a post, in reading order; none for whole posts. */
export async function listPassages(
  table: Database['annotations'],
  source: Permalink,
): Promise<string[]> {
  const rows = await table.where('target.source').equals(source).toArray();
  return passagesOf(rows);
}

/** The passages of a post's annotations, whatever their order; see `listPassages`. */
export function passagesOf(rows: readonly Annotation[]): string[] {
  return rows
    .filter((annotation) => isPresent(annotation) && annotation.target.passage !== '')
    .sort(inReadingOrder)
    .map(({ target }) => target.passage);
}
