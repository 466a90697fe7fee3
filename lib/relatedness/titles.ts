import type { Corpus } from './corpus.ts';
import { TITLE_WEIGHT, type TermCounts } from './term-counts.ts';

/** Of two posts that have all of each other's titles, half as much again is made. */
const WORTH = 0.5;

/** A word said half a time in as much text as the mean post has is half met. */
const HALF_MET = 0.5;

/** What the nearness of every post to one is to be multiplied by, by number. */
export type TitleFactors = (number: number) => Float64Array;

/**
 * Who is about to link to a post names what it is about, and so much of its title. A title is met
 * in the *text* of another post by the weight of its words that stand there, of that of all, each
 * as f / (f + ½) when it stands there f times in as much text as the mean post has: BM25's
 * saturation, so that once is much, ten times little more, and a long post does not meet them all.
 * Both ways are looked at: 1 where no title is met, nearly 1.5 where both are met altogether.
 *
 * Titles are not compared with titles, which are alike in a series whatever its posts are about.
 * Words that stand in more than half of the posts say nothing, in the smallest blog, too.
 */
export function createTitleFactors({ index, titleOf }: Corpus): TitleFactors {
  const weightOf = (term: number) => (index.isCommon(term) ? 0 : index.idfOf(term));
  const weightOfAll = ({ terms }: TermCounts) =>
    terms.reduce((sum, term) => sum + weightOf(term), 0);
  /** How far a word is met in the text of a post where it counts so much, its title included. */
  const metIn = (number: number, term: number, count: number) => {
    const { terms, counts } = titleOf(number);
    const place = terms.indexOf(term);
    const said = count - TITLE_WEIGHT * (place < 0 ? 0 : (counts[place] as number));
    return said <= 0 ? 0 : said / (said + HALF_MET * index.relativeLength(number));
  };

  return (number) => {
    const shares = new Float64Array(index.end);
    const add = (other: number, share: number) => {
      shares[other] = (shares[other] as number) + share;
    };
    const own = titleOf(number);
    const ownWeight = weightOfAll(own);
    for (const term of own.terms) {
      const weight = weightOf(term) / ownWeight;
      if (!(weight > 0)) continue;
      index.visitHolders(term, (other, count) => add(other, weight * metIn(other, term, count)));
    }

    const met = new Map<number, number>();
    const { terms = [], counts = [] } = index.countsOf(number) ?? {};
    terms.forEach((term, i) => {
      const share = metIn(number, term, counts[i] as number);
      if (share > 0) met.set(term, share);
    });
    for (let other = 0; other < shares.length; other += 1) {
      let weight = 0;
      let found = 0;
      for (const term of titleOf(other).terms) {
        const own = weightOf(term);
        weight += own;
        found += own * (met.get(term) ?? 0);
      }
      if (found > 0) add(other, found / weight);
    }
    return shares.map((share) => 1 + (WORTH * share) / 2);
  };
}
