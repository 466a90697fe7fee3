import type { Corpus } from './corpus.ts';
import { type TermCounts, TITLE_WEIGHT } from './term-counts.ts';

/** A post that has a word in its title. */
export interface Bearer {
  number: number;
  inTitle: number;
  inText: number;
}

/** Which posts have which words in their titles. */
export interface TitleWords {
  /** Take in the posts that have come since, and forget those that have gone. */
  settle(): void;
  bearersOf(word: number): readonly Bearer[];
  /** The weight of all words of each title together, by number; as idfs are now. */
  totals(): Float64Array;
  /** The length of every post, in terms counted, as a share of the mean. */
  relativeLengths(): Float64Array;
}

const NONE: readonly Bearer[] = [];

export function createTitleWords({ index, findPost, titleOf }: Corpus): TitleWords {
  const bearers = new Map<number, Bearer[]>();
  /** The words of titles, by number; undefined for posts that are gone. */
  const titles: (TermCounts | undefined)[] = [];
  const lengths: number[] = [];

  const takeIn = (number: number) => {
    const title = titleOf(number);
    const { words, counts, length } = index.wordsOf(number);
    lengths[number] = length;
    titles[number] = title;
    for (const [word, inTitle] of title) {
      const place = placeOf(words, word);
      if (words[place] !== word) continue;
      const inText = Math.max(0, (counts[place] as number) - TITLE_WEIGHT * inTitle);
      const others = bearers.get(word);
      if (others) others.push({ number, inTitle, inText });
      else bearers.set(word, [{ number, inTitle, inText }]);
    }
  };

  const forget = (number: number) => {
    for (const word of titles[number]?.keys() ?? []) {
      const left = bearers.get(word)?.filter((bearer) => bearer.number !== number) ?? [];
      bearers.set(word, left);
    }
    titles[number] = undefined;
    lengths[number] = 0;
  };

  return {
    settle() {
      for (let number = 0; number < titles.length; number += 1) {
        if (titles[number] && !findPost(number)) forget(number);
      }
      for (let number = titles.length; number < index.end; number += 1) {
        if (findPost(number)) takeIn(number);
        else forget(number);
      }
    },
    bearersOf: (word) => bearers.get(word) ?? NONE,
    totals: () =>
      Float64Array.from(titles, (title) => {
        let total = 0;
        for (const word of title?.keys() ?? []) {
          if (!index.isCommon(word)) total += index.idfOf(word);
        }
        return total;
      }),
    relativeLengths() {
      const total = lengths.reduce((sum, length) => sum + length, 0);
      return Float64Array.from(lengths, (length) => (length * index.size) / total);
    },
  };
}

/** Where a word stands among rising ones, or would. */
function placeOf(words: Int32Array, word: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
