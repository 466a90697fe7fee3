import type { TextQuoteSelector } from '../annotation/selector.ts';
import { align, type Pair } from './align.ts';
import { type Candidate, createCandidate } from './candidate.ts';
import type { Span } from './span.ts';
import { indexWords, similarityOf, type Word, type WordIndex, wordsOf } from './words.ts';

/** Rare words are looked up first, and this many are enough. */
const MOST_SEEDS = 24;
/** A word found in more places than this tells nothing about where the passage is. */
const MOST_PLACES = 64;
/** Only the likeliest places are aligned word by word. */
const MOST_WINDOWS = 4;
/** Context beyond this many words a side is left to the final weighing. */
const CONTEXT_WORDS = 8;
/** Longer passages are aligned by their beginning and their end. */
const LONGEST_ALIGNED = 240;

/** A passage to look for: the words of its quote and of the context around it. */
interface Pattern {
  words: readonly Word[];
  /** Which part of `text` the quote itself is. */
  quote: Span;
  text: string;
}

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

function toPattern({ prefix, exact, suffix }: TextQuoteSelector): Pattern {
  const text = prefix + exact + suffix;
  const quote = { start: prefix.length, end: prefix.length + exact.length };
  const words = wordsOf(text);
  const first = words.findIndex(({ end }) => end > quote.start);
  const afterLast = words.findLastIndex(({ start }) => start < quote.end) + 1;
  return {
    text,
    quote,
    words: words.slice(Math.max(first - CONTEXT_WORDS, 0), afterLast + CONTEXT_WORDS),
  };
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

/** The stretch of text that the quote's own words were paired with, and how much of them. */
function spanOfPairs(
  text: string,
  pattern: Pattern,
  window: readonly Word[],
  pairs: readonly Pair[],
): { span: Span; words: number } | undefined {
  const own = pairs
    .map(([from, to]) => ({ from: pattern.words[from] as Word, to: window[to] as Word }))
    .filter(({ from }) => from.end > pattern.quote.start && from.start < pattern.quote.end);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const span = {
    start: first.to.start + edgeOffset(pattern, text, first, 'start'),
    end: last.to.end + edgeOffset(pattern, text, last, 'end'),
  };
  if (span.start >= span.end) return undefined;
  const kept = own.reduce((sum, { from, to }) => sum + keptOf(from, to), 0);
  const total = pattern.words
    .filter(({ start, end }) => end > pattern.quote.start && start < pattern.quote.end)
    .reduce((sum, { key }) => sum + key.length, 0);
  const inserted = Math.max(span.end - span.start - (pattern.quote.end - pattern.quote.start), 0);
  // Words inserted inside a passage belong to it, but the more there are, the less it is the same.
  return { span, words: Math.min(kept / (total + inserted / 4), 0.999) };
}

function keptOf(from: Word, to: Word): number {
  const alike = similarityOf(from.key, to.key);
  return alike >= 0.5 ? alike * from.key.length : 0;
}

/**
 * How far the passage's edge is from the edge of its outermost word: inside it when the reader
 * cut a word, outside when a bracket or a full stop was selected with it and is still there.
 */
function edgeOffset(
  { text: patternText, quote }: Pattern,
  text: string,
  { from, to }: { from: Word; to: Word },
  side: 'start' | 'end',
): number {
  const step = side === 'start' ? -1 : 1;
  const distance = quote[side] - from[side];
  if (distance * step < 0) return from.key === to.key ? distance : 0;
  const shift = side === 'start' ? 0 : 1;
  let same = 0;
  while (
    same < Math.abs(distance) &&
    text[to[side] + step * (same + 1) - shift] ===
      patternText[from[side] + step * (same + 1) - shift]
  ) {
    same += 1;
  }
  return step * same;
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
