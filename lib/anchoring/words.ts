import type { Span } from './span.ts';

/** A word of a text, for comparing: lower case, and where it stands. */
export interface Word extends Span {
  key: string;
}

/** Letters and digits in a row; scripts that do not part words give one character at a time. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]]+/gv;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/** A text's words, and at which places (counted in words) each of them stands. */
export interface WordIndex {
  words: readonly Word[];
  places: ReadonlyMap<string, readonly number[]>;
}

/** The index of the text asked for last: a post is searched for many passages in a row. */
let latest: { text: string; index: WordIndex } | undefined;

/** Index a text's words. The last text's index is kept. */
export function indexWords(text: string): WordIndex {
  if (latest?.text !== text) latest = { text, index: createIndex(wordsOf(text)) };
  return latest.index;
}

function createIndex(words: readonly Word[]): WordIndex {
  const places = new Map<string, number[]>();
  words.forEach(({ key }, place) => {
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return { words, places };
}

/**
 * How alike two words are, from 0 to 1: the share of the longer that its longest common beginning
 * and end cover. A typing error in one place leaves most of a word; another word leaves little.
 */
export function similarityOf(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return (head + tail) / Math.max(a.length, b.length);
}
