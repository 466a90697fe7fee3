import type { TextQuoteSelector } from '../annotation/selector.ts';
import { align } from './align.ts';
import { type Candidate, createCandidate } from './candidate.ts';
import { spanOfPairs } from './paired-span.ts';
import { type Pattern, toPattern } from './pattern.ts';
import { indexWords, type WordIndex } from './words.ts';

/** Rare words are looked up first, and this many are enough. */
const MOST_SEEDS = 24;
/** A word found in more places than this tells nothing about where the passage is. */
const MOST_PLACES = 64;
/** Only the likeliest places are aligned word by word. */
const MOST_WINDOWS = 4;
/** Longer passages are aligned by their beginning and their end. */
const LONGEST_ALIGNED = 240;

/**
 * Places where the quote may stand, changed: found by their rarest words, which vote for where
 * the passage would begin, and then aligned word by word. The cost is bounded by the length of
 * the quote, not of the text.
 */
export function findApproximately(text: string, quote: TextQuoteSelector): Candidate[] {
  const pattern = toPattern(quote);
  if (pattern.words.length > LONGEST_ALIGNED) return findByEnds(text, quote);
  const index = indexWords(text);
  const slack = 12 + Math.ceil(pattern.words.length / 2);
  return windowsOf(pattern, index).flatMap((begin) => {
    const from = Math.max(begin - slack, 0);
    const window = index.words.slice(from, begin + pattern.words.length + slack);
    const found = spanOfPairs(text, pattern, window, align(pattern.words, window));
    return found ? [createCandidate(text, found.span, quote, found.words)] : [];
  });
}

/** Where, counted in words, the pattern would begin: the places with most votes, best first. */
function windowsOf({ words }: Pattern, { places }: WordIndex): number[] {
  const seeds = words
    .map(({ key }, offset) => ({ offset, found: places.get(key) ?? [] }))
    .filter(({ found }) => found.length > 0 && found.length <= MOST_PLACES)
    .sort((a, b) => a.found.length - b.found.length)
    .slice(0, MOST_SEEDS);
  const bucket = 4 + Math.ceil(words.length / 4);
  const votes = new Map<number, { weight: number; begin: number }>();
  for (const { offset, found } of seeds) {
    for (const place of found) {
      const begin = place - offset;
      const key = Math.round(begin / bucket);
      const known = votes.get(key) ?? { weight: 0, begin };
      votes.set(key, { weight: known.weight + 1 / found.length, begin: known.begin });
    }
  }
  return Array.from(votes.values())
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WINDOWS)
    .map(({ begin }) => Math.max(begin, 0));
}

/** Find a very long passage by its first and last words: what lies between belongs to it. */
function findByEnds(text: string, quote: TextQuoteSelector): Candidate[] {
  const length = LONGEST_ALIGNED * 2;
  const head = findApproximately(text, {
    ...quote,
    exact: quote.exact.slice(0, length),
    suffix: quote.exact.slice(length, length + 32),
  })[0];
  const tail = findApproximately(text, {
    ...quote,
    exact: quote.exact.slice(-length),
    prefix: quote.exact.slice(-length - 32, -length),
  })[0];
  if (!head || !tail || head.span.start >= tail.span.end) return [];
  const span = { start: head.span.start, end: tail.span.end };
  const ratio = quote.exact.length / (span.end - span.start);
  const words = Math.min(head.words, tail.words, ratio, 1 / ratio, 0.999);
  return [createCandidate(text, span, quote, words)];
}
