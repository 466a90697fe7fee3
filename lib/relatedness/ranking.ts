import type { Corpus } from './corpus.ts';
import { withoutNoise } from './grain.ts';
import { hubFactors } from './hubs.ts';
import type { SparseVector } from './vector.ts';

/** A post's number and how near it is. */
export interface Ranked {
  number: number;
  score: number;
}

/** Ranks all posts of a corpus for a vector; zeros where nothing is shared. */
export interface Ranking {
  /** The score of every post by number: its cosine, less for a hub. */
  scores(query: SparseVector): Float64Array;
  /** The nearer first; between equals the later post: a permalink starts with its year and month. */
  compare(a: Ranked, b: Ranked): number;
  /** The nearest posts, the nearest first, of those that are let in. */
  nearest(scores: Float64Array, limit: number, isLetIn: (number: number) => boolean): Ranked[];
}

export function createRanking({ index, findPost }: Corpus): Ranking {
  let means: Float64Array | undefined;
  let factors: Float64Array = new Float64Array();

  const currentFactors = () => {
    const current = index.meanCosines();
    if (current !== means) {
      means = current;
      factors = hubFactors(current, (number) => findPost(number) !== undefined);
    }
    return factors;
  };

  const compare = (a: Ranked, b: Ranked) =>
    b.score - a.score || (permalinkOf(a) > permalinkOf(b) ? -1 : 1);
  const permalinkOf = ({ number }: Ranked) => findPost(number)?.permalink ?? '';

  return {
    compare,
    scores(query) {
      const cosines = index.cosines(query);
      const factor = currentFactors();
      for (let number = 0; number < cosines.length; number += 1) {
        const cosine = cosines[number] as number;
        if (cosine === 0) continue;
        // The surer two posts are alike, the less it counts that one is a little like everything.
        const score = cosine * (factor[number] as number) ** (1 - cosine);
        cosines[number] = withoutNoise(score);
      }
      return cosines;
    },
    nearest(scores, limit, isLetIn) {
      const best: Ranked[] = [];
      // Of thousands of posts a few are wanted: most are out by one comparison with the last.
      const most = Math.max(limit, 0);
      for (let number = 0; number < scores.length && most > 0; number += 1) {
        const candidate = { number, score: scores[number] as number };
        const last = best.length < most ? undefined : best.at(-1);
        if (candidate.score <= 0 || (last && candidate.score < last.score)) continue;
        if (!isLetIn(number) || (last && compare(last, candidate) < 0)) continue;
        best.splice(placeIn(best, candidate, compare), 0, candidate);
        if (best.length > most) best.pop();
      }
      return best;
    },
  };
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
