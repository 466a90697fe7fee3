/** A post's number and how near it is. */
export interface Ranked {
  number: number;
  score: number;
}

/**
 * The greatest of some scores, by number, the greatest first, of those that are let in; none of 0.
 *
 * @param compare which of two comes first
 */
export function nearestOf(
  scores: Float64Array,
  limit: number,
  isLetIn: (number: number) => boolean,
  compare: (a: Ranked, b: Ranked) => number,
): Ranked[] {
  const best: Ranked[] = [];
  // Of thousands of posts a few are wanted: most are out by one comparison with the last.
  let least = 0;
  for (let number = 0; number < scores.length && limit > 0; number += 1) {
    const score = scores[number] as number;
    if (score <= 0 || score < least || !isLetIn(number)) continue;
    const candidate = { number, score };
    const last = best.length < limit ? undefined : best.at(-1);
    if (last && compare(last, candidate) < 0) continue;
    best.splice(placeIn(best, candidate, compare), 0, candidate);
    if (best.length > limit) best.pop();
    if (best.length === limit) least = best.at(-1)?.score ?? 0;
  }
  return best;
}

/** Where an entry belongs in a sorted list. */
function placeIn<T>(sorted: readonly T[], entry: T, compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
