import type { Corpus } from './corpus.ts';
import { TITLE_WEIGHT } from './term-counts.ts';

/** Of two posts that have all of each other's titles, half as much again is made. */
const WORTH = 0.5;

/** A word said half a time in as much text as the mean post has is half met. */
const HALF_MET = 0.5;

/** A post that has a word in its title. */
interface Bearer {
  number: number;
  inTitle: number;
  inText: number;
  /** What the word weighs in the title, of all of it. */
  share: number;
}

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
 *
 * The answers are good until a post comes, changes or goes.
 */
export function createTitleFactors(corpus: Corpus): TitleFactors {
  const { index } = corpus;
  const halves = relativeLengths(corpus).map((length) => HALF_MET * length);
  const bearers = bearersByWord(corpus);
  const metIn = (number: number, count: number) =>
    count > 0 ? count / (count + (halves[number] as number)) : 0;

  return (number) => {
    const shares = new Float64Array(index.end);
    const add = (other: number, share: number) => {
      shares[other] = (shares[other] as number) + share;
    };
    const { terms = [], counts = [] } = index.countsOf(number) ?? {};
    for (let i = 0; i < terms.length; i += 1) {
      const word = terms[i] as number;
      const others = bearers.get(word);
      if (!others) continue;
      const own = others.find((bearer) => bearer.number === number);
      const met = metIn(number, own ? own.inText : (counts[i] as number));
      for (const { number: other, share } of others) add(other, share * met);
      if (!own) continue;
      index.visitHolders(word, (other, count) => add(other, own.share * metIn(other, count)));
      for (const { number: other, inTitle, inText } of others) {
        const withTitle = metIn(other, inText + TITLE_WEIGHT * inTitle);
        add(other, own.share * (metIn(other, inText) - withTitle));
      }
    }
    return shares.map((share) => 1 + (WORTH * share) / 2);
  };
}

/** The length of every post, in terms counted, as a share of the mean. */
function relativeLengths({ index }: Corpus): Float64Array {
  const lengths = new Float64Array(index.end);
  let total = 0;
  for (let number = 0; number < index.end; number += 1) {
    let length = 0;
    for (const count of index.countsOf(number)?.counts ?? []) length += count;
    lengths[number] = length;
    total += length;
  }
  return lengths.map((length) => (length * index.size) / total);
}

function bearersByWord({ index, titleOf }: Corpus): Map<number, Bearer[]> {
  const bearers = new Map<number, Bearer[]>();
  for (let number = 0; number < index.end; number += 1) {
    const title = titleOf(number);
    const document = index.countsOf(number);
    const weights = Array.from(title.terms, (word) =>
      index.isCommon(word) ? 0 : index.idfOf(word),
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    title.terms.forEach((word, i) => {
      const share = (weights[i] as number) / all;
      if (!document || !(share > 0)) return;
      const inTitle = title.counts[i] as number;
      const count = document.counts[document.terms.indexOf(word)] ?? 0;
      const inText = Math.max(0, count - TITLE_WEIGHT * inTitle);
      const others = bearers.get(word);
      const bearer = { number, inTitle, inText, share };
      if (others) others.push(bearer);
      else bearers.set(word, [bearer]);
    });
  }
  return bearers;
}
