import type { Corpus } from './corpus.ts';
import { withoutNoise } from './grain.ts';
import { hubFactors } from './hubs.ts';
import { createTitleFactors, type TitleFactors } from './titles.ts';
import type { SparseVector } from './vector.ts';

/** A post's number and how near it is. */
export interface Ranked {
  number: number;
  score: number;
}

/** How near every post is, by number; zeros where nothing is shared. */
export interface Nearness {
  /** Cosines, less for a hub: whether a post is near enough to be shown. */
  cosines: Float64Array;
  /** The same, more where a title is met: which post comes before which. */
  scores: Float64Array;
}

/** Ranks all posts of a corpus for a vector. */
export interface Ranking {
  /** How near every post is to a vector; that of a known post has a title, too. */
  nearness(query: SparseVector, number?: number): Nearness;
  /** The nearer first; between equals the later post: a permalink starts with its year and month. */
  compare(a: Ranked, b: Ranked): number;
  /** The nearest posts, the nearest first, of those that are let in. */
  nearest(scores: Float64Array, limit: number, isLetIn: (number: number) => boolean): Ranked[];
}

export function createRanking(corpus: Corpus): Ranking {
  const { index, findPost } = corpus;
  let means: Float64Array | undefined;
  let hubs: Float64Array = new Float64Array();
  let titleFactors: TitleFactors = () => hubs;

  /** What follows from the corpus as it is: new mean cosines tell that it has changed. */
  const keepUp = () => {
    const current = index.meanCosines();
    if (current === means) return;
    means = current;
    hubs = hubFactors(current, (number) => findPost(number) !== undefined);
    titleFactors = createTitleFactors(corpus);
  };

  const compare = (a: Ranked, b: Ranked) =>
    b.score - a.score || (permalinkOf(a) > permalinkOf(b) ? -1 : 1);
  const permalinkOf = ({ number }: Ranked) => findPost(number)?.permalink ?? '';

  return {
    compare,
    nearness(query, asked) {
      const cosines = index.cosines(query);
      const scores = new Float64Array(cosines.length);
      keepUp();
      const titles = asked === undefined ? undefined : titleFactors(asked);
      for (let number = 0; number < cosines.length; number += 1) {
        const cosine = cosines[number] as number;
        if (cosine === 0) continue;
        // The surer two posts are alike, the less it counts what else is known of them: that one
        // is a little like everything, that one names the other.
        const near = cosine * (hubs[number] as number) ** (1 - cosine);
        const title = titles?.[number] ?? 1;
        cosines[number] = withoutNoise(near);
        scores[number] = withoutNoise(title === 1 ? near : near * title ** (1 - cosine));
      }
      return { cosines, scores };
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
