import { type DocumentTerms, MOST_COUNT } from './document.ts';
import { GrowingInts } from './growing-ints.ts';

/** Counts the pairs of one document after the other. */
export interface PairCounts {
  readonly size: number;
  /** Make room for so many more, before they are added. */
  reserve(count: number): void;
  /** Count a pair of words as met so many times more. */
  add(first: number, second: number, count: number): void;
  /**
   * Put the pairs into a document with room for them, by the places of their first words, then of their second, and
   * forget them. The places of words, by word, are given.
   */
  take(places: GrowingInts, document: DocumentTerms): void;
}

/** A table of a few thousand slots, which lie in the processor's nearest memory. */
export function createPairCounts(): PairCounts {
  const firsts = new GrowingInts();
  const seconds = new GrowingInts();
  const counts = new GrowingInts();
  /** Pairs plus one, scattered by their words; 0 is free. */
  let slots = new Int32Array(1024);

  const slotOf = (first: number, second: number) => {
    const mask = slots.length - 1;
    let at = hash(first, second) & mask;
    for (;;) {
      const pair = (slots[at] as number) - 1;
      if (pair < 0) return at;
      if (firsts.values[pair] === first && seconds.values[pair] === second) return at;
      at = (at + 1) & mask;
    }
  };

  return {
    get size() {
      return firsts.length;
    },
    reserve(count) {
      const needed = (firsts.length + count) * 2;
      if (needed <= slots.length) return;
      slots = new Int32Array(2 ** Math.ceil(Math.log2(needed)));
      for (let pair = 0; pair < firsts.length; pair += 1) {
        slots[slotOf(firsts.at(pair), seconds.at(pair))] = pair + 1;
      }
    },
    add(first, second, count) {
      const at = slotOf(first, second);
      const pair = (slots[at] as number) - 1;
      if (pair >= 0) {
        counts.values[pair] = (counts.values[pair] as number) + count;
        return;
      }
      firsts.push(first);
      seconds.push(second);
      counts.push(count);
      slots[at] = firsts.length;
    },
    take(places, document) {
      const { wordCount } = document;
      const bySecond = sortByPlace(seconds, places, wordCount);
      const order = sortByPlace(firsts, places, wordCount, bySecond);
      document.pairCount = order.length;
      for (let i = 0; i < order.length; i += 1) {
        const pair = order[i] as number;
        document.firsts[i] = places.values[firsts.values[pair] as number] as number;
        document.seconds[i] = places.values[seconds.values[pair] as number] as number;
        document.pairCounts[i] = Math.min(MOST_COUNT, counts.values[pair] as number);
      }
      firsts.length = seconds.length = counts.length = 0;
      slots.fill(0);
    },
  };
}

/** The pairs by the places of their words, sorted by counting; equal ones as they were given. */
function sortByPlace(
  words: GrowingInts,
  places: GrowingInts,
  placeCount: number,
  pairs?: Int32Array,
): Int32Array {
  const { length } = words;
  const next = new Int32Array(placeCount + 1);
  const placeOf = (pair: number) => places.values[words.values[pair] as number] as number;
  for (let pair = 0; pair < length; pair += 1) {
    const after = placeOf(pair) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let place = 1; place < placeCount; place += 1) {
    next[place] = (next[place] as number) + (next[place - 1] as number);
  }
  const sorted = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    const pair = pairs ? (pairs[i] as number) : i;
    const place = placeOf(pair);
    const at = next[place] as number;
    next[place] = at + 1;
    sorted[at] = pair;
  }
  return sorted;
}

/** Two odd constants near the golden ratio of 2³² and its square spread neighbours apart. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 2, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}
