import type { TextQuoteSelector } from '../annotation/selector.ts';
import { align } from './align.ts';
import type { Alignment } from './align-within.ts';
import { type Candidate, createCandidate } from './candidate.ts';
import { toWholeWords } from './passage-edges.ts';
import type { PreparedText } from './prepared-text.ts';
import type { Span } from './span.ts';
import { likelyWindows, type Window } from './windows.ts';
import { wordsOf } from './words.ts';

/** Context beyond this many units a side is left to the final weighing. */
const CONTEXT_ALIGNED = 32;
/** Less than this on one side, and a narrow look at a window is not enough. */
const CONTEXT_NOTICED = 24;
/** Longer passages are aligned by their beginning and their end, this long each. Units. */
const LONGEST_ALIGNED = 400;
const END_ALIGNED = 160;
/** Units kept in fewer than this many in a row are chance: any two texts share letters. */
const SHORTEST_RUN = 3;
/** Only the letter-perfect is 1. */
const ALMOST = 0.999;

/**
 * Places where the quote may stand, changed: found by its rarest words, which vote for where it
 * would begin, and then aligned unit by unit. The cost is bounded by the length of the quote, not
 * of the text.
 */
export function findApproximately(prepared: PreparedText, quote: TextQuoteSelector): Candidate[] {
  if (quote.exact.length > LONGEST_ALIGNED) return findByEnds(prepared, quote);
  const prefix = quote.prefix.slice(-CONTEXT_ALIGNED);
  const pattern = prefix + quote.exact + quote.suffix.slice(0, CONTEXT_ALIGNED);
  const own = { start: prefix.length, end: prefix.length + quote.exact.length };
  return likelyWindows(prepared, pattern).flatMap((window, rank) => {
    const found = passageIn(prepared.text, window, pattern, own, rank);
    return found ? [createCandidate(prepared.text, found.span, quote, found.words)] : [];
  });
}

/** The stretch of the window that the pattern's own part stands for, and how much of it is kept. */
function passageIn(text: string, window: Window, pattern: string, own: Span, rank: number) {
  const stretch = text.slice(window.start, window.end);
  // What was inserted before a last word is noticed by the context behind it, if there is enough.
  const context = Math.min(own.start, pattern.length - own.end);
  const likely = context < CONTEXT_NOTICED ? window.begin : window.likely;
  // A rival is looked at no closer where more speaks against it than for it.
  const floor = rank > 0 ? 0 : Number.NEGATIVE_INFINITY;
  const alignment = align(pattern, stretch, window.begin, likely, floor);
  const edges = toWholeWords(pattern, own, stretch, alignment);
  if (!edges) return undefined;
  const span = { start: window.start + edges.start, end: window.start + edges.end };
  const length = own.end - own.start;
  // Words inserted inside a passage belong to it, but the more there are, the less it is the same.
  const inserted = Math.max(span.end - span.start - length, 0);
  const kept = keptUnits(pattern, own, stretch, alignment);
  return { span, words: Math.min(kept / (length + inserted / 4), ALMOST) };
}

function keptUnits(pattern: string, own: Span, stretch: string, alignment: Alignment): number {
  let kept = 0;
  let run = 0;
  for (let at = own.start; at <= own.end; at += 1) {
    const to = at < own.end ? (alignment[at] as number) : -1;
    const goesOn =
      to >= 0 &&
      pattern[at] === stretch[to] &&
      (run === 0 || to === (alignment[at - 1] as number) + 1);
    if (goesOn) {
      run += 1;
      continue;
    }
    if (run >= SHORTEST_RUN) kept += run;
    run = to >= 0 && pattern[at] === stretch[to] ? 1 : 0;
  }
  return kept;
}

/** Find a very long passage by its beginning and its end: what lies between belongs to it. */
function findByEnds(prepared: PreparedText, quote: TextQuoteSelector): Candidate[] {
  const { exact } = quote;
  const [head] = findApproximately(prepared, {
    ...quote,
    exact: exact.slice(0, END_ALIGNED),
    suffix: exact.slice(END_ALIGNED, END_ALIGNED + CONTEXT_ALIGNED),
  }).sort(byScore);
  const [tail] = findApproximately(prepared, {
    ...quote,
    exact: exact.slice(-END_ALIGNED),
    prefix: exact.slice(-END_ALIGNED - CONTEXT_ALIGNED, -END_ALIGNED),
  }).sort(byScore);
  if (!head || !tail || head.span.start >= tail.span.end) return [];
  const span = { start: head.span.start, end: tail.span.end };
  const between = prepared.text.slice(span.start, span.end);
  const words = Math.min(head.words, tail.words, sharedWords(exact, between), ALMOST);
  return [createCandidate(prepared.text, span, quote, words)];
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score;
}

/** How many of the words of the longer text both have, as a share, each counted as often as it stands. */
function sharedWords(a: string, b: string): number {
  const left = new Map<string, number>();
  const words = wordsOf(a);
  for (const { key } of words) left.set(key, (left.get(key) ?? 0) + 1);
  const others = wordsOf(b);
  let shared = 0;
  for (const { key } of others) {
    const count = left.get(key) ?? 0;
    if (count > 0) shared += 1;
    left.set(key, count - 1);
  }
  return shared / Math.max(words.length, others.length, 1);
}
