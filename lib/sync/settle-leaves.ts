import type { Annotation } from '../annotation/annotation.ts';
import { isAlike } from './canonical.ts';
import { mergeAnnotations } from './merge-annotations.ts';
import type { Replica } from './replica.ts';
import { byPrecedence, generationOf, type Revision } from './revisions.ts';

/** What a document with several open revisions has become. */
export type Settled =
  | { is: 'annotation'; annotation: Annotation; revision: Revision; hasWritten: boolean }
  | { is: 'foreign' }
  | { is: 'newer' };

/** Something that was written, or merged, and from what. */
interface Line {
  history: readonly Revision[];
  annotation: Annotation;
}

/**
 * Make one revision of several that were written at once. The merged one is stored first, and only
 * then are those that it takes the place of removed: whoever is interrupted between begins anew and
 * comes to the same.
 *
 * What cannot be read stays as it is: it is not Waymark's to remove.
 */
export async function settleLeaves(
  replica: Replica,
  id: string,
  leaves: readonly Revision[],
): Promise<Settled> {
  const found = await replica.readAll(leaves.map((rev) => ({ id, rev })));
  if (found.some(({ read }) => read.is === 'newer')) return { is: 'newer' };
  const lines = found
    .flatMap(({ history, read }) =>
      read.is === 'annotation' ? [{ history, annotation: read.annotation }] : [],
    )
    .sort((a, b) => byPrecedence(a.history[0] ?? '', b.history[0] ?? ''));
  const [winner, ...losers] = lines;
  if (!winner) return { is: 'foreign' };
  const [revision = ''] = winner.history;
  if (losers.length === 0)
    return { is: 'annotation', annotation: winner.annotation, revision, hasWritten: false };

  const annotation = await mergeLines(replica, id, lines);
  const isNew = !isAlike(annotation, winner.annotation);
  const [stored = revision] = isNew
    ? await replica.write([{ id, history: winner.history, annotation }])
    : [];
  await replica.write(losers.map(({ history }) => ({ id, history, annotation: undefined })));
  return { is: 'annotation', annotation, revision: stored, hasWritten: true };
}

/**
 * Merge those first that parted last: then what is merged stands, to all the others, where the two
 * of them stood.
 */
async function mergeLines(replica: Replica, id: string, lines: readonly Line[]) {
  const left: Line[] = [...lines];
  for (;;) {
    const [only] = left;
    if (left.length === 1 && only) return only.annotation;
    const { a, b, at } = findNearest(left);
    const [one, other] = [left[a] as Line, left[b] as Line];
    const kept = await replica.findVersions(at === undefined ? [] : [{ id, rev: at }]);
    const ancestor = kept.get(`${id} ${at}`);
    const annotation = mergeAnnotations(ancestor?.annotation, one.annotation, other.annotation);
    const from = at === undefined ? one.history.length : one.history.indexOf(at);
    left.splice(b, 1);
    left.splice(a, 1, { history: one.history.slice(from), annotation });
  }
}

/** The two lines whose common ancestor is the latest, in the order they are given in. */
function findNearest(lines: readonly Line[]) {
  let nearest: { a: number; b: number; at: Revision | undefined } = { a: 0, b: 1, at: undefined };
  for (let a = 0; a < lines.length; a += 1) {
    const known = new Set(lines[a]?.history);
    for (let b = a + 1; b < lines.length; b += 1) {
      const at = lines[b]?.history.find((revision) => known.has(revision));
      if (at && (!nearest.at || generationOf(at) > generationOf(nearest.at)))
        nearest = { a, b, at };
    }
  }
  return nearest;
}
