import type { TextQuoteSelector } from '../annotation/selector.ts';
import type { Span } from './span.ts';
import { type Word, wordsOf } from './words.ts';

/** Context beyond this many words a side is left to the final weighing. */
const CONTEXT_WORDS = 8;

/** A passage to look for: the words of its quote and of the context around it. */
export interface Pattern {
  words: readonly Word[];
  /** Which part of `text` the quote itself is. */
  quote: Span;
  text: string;
}

/** The words to look for when a quote is to be found. */
export function toPattern({ prefix, exact, suffix }: TextQuoteSelector): Pattern {
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
