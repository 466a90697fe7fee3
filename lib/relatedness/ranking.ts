import type { Corpus } from './corpus.ts';
import { withoutNoise } from './grain.ts';
import { hubFactors } from './hubs.ts';
import { heedLinks, witnessCountOf } from './link-evidence.ts';
import type { LinkGraph } from './links.ts';
import { nearestOf, type Ranked } from './nearest.ts';
import { createTitleWords } from './title-words.ts';
import { createTitleFactors, type TitleFactors } from './titles.ts';
import type { SparseVector } from './vector.ts';

/** How near every post is, by number; zeros where nothing is shared. */
export interface Nearness {
  /** Cosines, less for a hub: whether a post is near enough to be shown. */
  cosines: Float64Array;
  /** The same, more where a title is met or links of others speak for it: what comes before what. */
  scores: Float64Array;
}

/** Ranks all posts of a corpus for a vector. */
export interface Ranking {
  /** How near every post is to a vector; that of a known post has a title and links, too. */
  nearness(query: SparseVector, number?: number): Nearness;
  /** The nearer first; between equals the later post: a permalink starts with its year and month. */
  compare(a: Ranked, b: Ranked): number;
  /** The nearest posts, the nearest first, of those that are let in. */
  nearest(scores: Float64Array, limit: number, isLetIn: (number: number) => boolean): Ranked[];
}

export function createRanking(corpus: Corpus, links: Pick<LinkGraph, 'linkedWith'>): Ranking {
  const { index, findPost } = corpus;
  const titleWords = createTitleWords(corpus);
  let means: Float64Array | undefined;
  let hubs: Float64Array = new Float64Array();
  let titleFactors: TitleFactors = () => hubs;

  /** What follows from the corpus as it is: new mean cosines tell that it has changed. */
  const keepUp = () => {
    const current = index.meanCosines();
    if (current === means) return;
    means = current;
    hubs = hubFactors(current, (number) => findPost(number) !== undefined);
    titleFactors = createTitleFactors(corpus, titleWords);
  };

  const compare = (a: Ranked, b: Ranked) =>
    b.score - a.score || (permalinkOf(a) > permalinkOf(b) ? -1 : 1);
  const permalinkOf = ({ number }: Ranked) => findPost(number)?.permalink ?? '';

  const nearest: Ranking['nearest'] = (scores, limit, isLetIn) =>
    nearestOf(scores, limit, isLetIn, compare);

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
        const hub = hubs[number] as number;
        const near = hub === 1 ? cosine : cosine * hub ** (1 - cosine);
        const title = titles?.[number] ?? 1;
        cosines[number] = withoutNoise(near);
        scores[number] = withoutNoise(title === 1 ? near : near * title ** (1 - cosine));
      }
      if (asked === undefined) return { cosines, scores };
      const witnesses = nearest(scores, witnessCountOf(index.size), (number) => number !== asked);
      return { cosines, scores: heedLinks(corpus, links, asked, witnesses, scores) };
    },
    nearest,
  };
}
