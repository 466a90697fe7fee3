import type { Corpus } from './corpus.ts';
import { TITLE_WEIGHT } from './term-counts.ts';
import { createTitleWords, type TitleWords } from './title-words.ts';

/** What both titles are worth together, when each is met altogether: as much again, and a bit. */
const WORTH = 1.25;

/** A word said half a time in as much text as the mean post has is half met. */
const HALF_MET = 0.5;

/** What the nearness of every post to one is to be multiplied by, by number. */
export type TitleFactors = (number: number) => Float64Array;

/**
 * Who is about to link to a post names what it is about, and so much of its title. A title is met
 * in the *text* of another post by the weight of its words that stand there, of that of all, each
 * as f / (f + ½) when it stands there f times in as much text as the mean post has: BM25's
 * saturation, so that once is much, ten times little more, and a long post does not meet them all.
 * The square is taken, since half of a title's words are met by chance and all of them are not.
 * Both ways are looked at: 1 where no title is met, nearly 2.25 where both are met altogether.
 *
 * Titles are not compared with titles, which are alike in a series whatever its posts are about.
 * Words that stand in more than half of the posts say nothing, in the smallest blog, too.
 *
 * The answers are good until a post comes, changes or goes; what is kept of titles, for ever.
 */
export function createTitleFactors(
  corpus: Corpus,
  words: TitleWords = createTitleWords(corpus),
): TitleFactors {
  const { index } = corpus;
  words.settle();
  const halves = words.relativeLengths().map((length) => HALF_MET * length);
  const totals = words.totals();
  const metIn = (number: number, count: number) =>
    count > 0 ? count / (count + (halves[number] as number)) : 0;

  return (number) => {
    /** How much of the title of each other post is met here, and of this one's there. */
    const met = new Float64Array(index.end);
    const meeting = new Float64Array(index.end);
    const add = (shares: Float64Array, other: number, share: number) => {
      shares[other] = (shares[other] as number) + share;
    };
    const { words: own, counts } = index.wordsOf(number);
    for (let i = 0; i < own.length; i += 1) {
      const word = own[i] as number;
      const bearers = words.bearersOf(word);
      const weight = bearers.length === 0 || index.isCommon(word) ? 0 : index.idfOf(word);
      if (weight === 0) continue;
      const bearing = bearers.find((bearer) => bearer.number === number);
      const here = metIn(number, bearing ? bearing.inText : (counts[i] as number));
      for (const { number: other } of bearers) {
        add(met, other, (weight / (totals[other] as number)) * here);
      }
      if (!bearing) continue;
      const share = weight / (totals[number] as number);
      index.visitHolders(word, (other, count) => add(meeting, other, share * metIn(other, count)));
      for (const { number: other, inTitle, inText } of bearers) {
        const withTitle = metIn(other, inText + TITLE_WEIGHT * inTitle);
        add(meeting, other, share * (metIn(other, inText) - withTitle));
      }
    }
    return met.map((share, other) => {
      const back = meeting[other] as number;
      return 1 + (WORTH * (share * share + back * back)) / 2;
    });
  };
}
