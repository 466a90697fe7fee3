import type { TextQuoteSelector } from '../annotation/selector.ts';
import { type ContextJoin, contextAgreementOf, contextJoinOf } from './context.ts';
import type { Span } from './span.ts';

/** A place where a passage might be, and what speaks for it. */
export interface Candidate {
  span: Span;
  /** From 0 to 1: words of the passage and of its surroundings that agree, together. */
  score: number;
  /** From 0 to 1: how much of the passage's own words is there; 1 is all of them, to the letter. */
  words: number;
  /** From 0 to 2: how far the surroundings agree, both sides added. */
  context: number;
  /** From 0 to 1: the agreement of the side that agrees less. */
  weakerSide: number;
  /** How firmly it is still joined to what stood next to it. */
  join: ContextJoin;
}

/** Words count for three fifths, each side of the context for one. */
const WORDS_WEIGHT = 0.6;
const SIDE_WEIGHT = 0.2;

/** Weigh a place by its words and its surroundings. */
export function createCandidate(
  text: string,
  span: Span,
  quote: TextQuoteSelector,
  words: number,
): Candidate {
  const { before, after } = contextAgreementOf(text, span, quote);
  return {
    span,
    score: WORDS_WEIGHT * words + SIDE_WEIGHT * (before + after),
    words,
    context: before + after,
    weakerSide: Math.min(before, after),
    join: contextJoinOf(text, span, quote),
  };
}

/** The best first; of those that overlap, only the best. */
export function rankCandidates(candidates: readonly Candidate[]): Candidate[] {
  const ranked: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (!ranked.some(({ span }) => overlaps(span, candidate.span))) ranked.push(candidate);
  }
  return ranked;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
