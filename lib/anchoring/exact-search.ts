import type { TextQuoteSelector } from '../annotation/selector.ts';
import { type Candidate, createCandidate } from './candidate.ts';
import { contextJoinOf } from './context.ts';

/** A word as common as "a" may stand ten thousand times on a page; this many are weighed. */
const MOST_WEIGHED = 64;

/**
 * Every place where the quote's words stand to the letter. Where there are very many, those whose
 * nearest surroundings agree best.
 */
export function findExactly(text: string, quote: TextQuoteSelector): Candidate[] {
  const places = placesOf(text, quote.exact);
  const weighed =
    places.length <= MOST_WEIGHED
      ? places
      : places
          .map((start) => ({
            start,
            touching: contextJoinOf(text, { start, end: start + quote.exact.length }, quote).units,
          }))
          .sort((a, b) => b.touching - a.touching)
          .slice(0, MOST_WEIGHED)
          .map(({ start }) => start);
  return weighed.map((start) =>
    createCandidate(text, { start, end: start + quote.exact.length }, quote, 1),
  );
}

/** Where words stand in a text to the letter, in order; they may overlap. */
export function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
