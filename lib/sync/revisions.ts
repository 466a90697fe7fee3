import { toCanonical } from './canonical.ts';
import type { Sealing } from './sealing.ts';

/** A revision of a document as CouchDB names it: how many there were, a hyphen, and a digest. */
export type Revision = string;

/** How many revisions there were, this one included. */
export function generationOf(revision: Revision): number {
  return Number.parseInt(revision, 10);
}

/**
 * The order in which CouchDB chooses the revision that it shows: the longest history, then the
 * greatest digest. All replicas agree on it.
 */
export function byPrecedence(a: Revision, b: Revision): number {
  const [hashOfA, hashOfB] = [a, b].map((revision) => revision.split('-')[1] ?? '');
  const isGreater = (hashOfB ?? '') > (hashOfA ?? '') ? 1 : -1;
  return generationOf(b) - generationOf(a) || (a === b ? 0 : isGreater);
}

/**
 * The name of the revision with this content after that parent. It depends on nothing else: the
 * same change, made again or made elsewhere, is the same revision, and storing it twice is once.
 *
 * @param content Undefined for a deletion.
 */
export async function revisionAfter(
  parent: Revision | undefined,
  id: string,
  content: object | undefined,
  { digest }: Pick<Sealing, 'digest'>,
): Promise<Revision> {
  const generation = parent === undefined ? 1 : generationOf(parent) + 1;
  return `${generation}-${await digest(toCanonical([id, parent ?? null, content ?? null]))}`;
}

/** The revisions of a document from one back, as CouchDB has them, as their names. */
export function historyOf({ start, ids }: { start: number; ids: readonly string[] }): Revision[] {
  return ids.map((hash, index) => `${start - index}-${hash}`);
}

/** What CouchDB is told with a revision that was named here: where it belongs. */
export function toRevisions(history: readonly Revision[]): { start: number; ids: string[] } {
  return {
    start: generationOf(history[0] ?? ''),
    ids: history.map((revision) => revision.split('-')[1] ?? ''),
  };
}
