import { findSelector, type Selector, type TextQuoteSelector } from '../annotation/selector.ts';
import { findApproximately } from './approximate-search.ts';
import { type Candidate, rankCandidates } from './candidate.ts';
import { type ContextJoin, hasVerbatimContext } from './context.ts';
import { CONTEXT_LENGTH } from './describe.ts';
import { findExactly } from './exact-search.ts';
import { FOLDING_VERSION } from './fold.ts';
import { type PreparedText, prepareText } from './prepared-text.ts';
import type { Span } from './span.ts';

/** A passage found, and how sure that is: from 0 to 1. */
export interface Found {
  /** `exact`: where it was; `moved`: the same words elsewhere; `edited`: other words in it. */
  state: 'exact' | 'moved' | 'edited';
  span: Span;
  score: number;
}

/** A passage not found, and where it might be, the likeliest first. */
export interface Lost {
  /** `ambiguous`: two places are too much alike to choose; `orphan`: none is like enough. */
  state: 'ambiguous' | 'orphan';
  candidates: { span: Span; score: number }[];
  score: number;
}

export type Location = Found | Lost;

/** A rival this near in score makes the answer a guess, and a guess is worse than none. */
const MARGIN = 0.05;
/** Exact words this long are the passage even where all around them is new. */
const TELLING_LENGTH = 40;
/** Shorter passages than this turn up by chance. */
const SHORT_LENGTH = 20;
/** A passage that may be repeated must still be joined to this much of what stood next to it, … */
const JOINED_LENGTH = 10;
/** … this much of it on either side, where neither side is whole. */
const JOINED_SIDE = 5;
/** Exact words in surroundings this much the same need no search for edited ones. */
const SETTLED_CONTEXT = 1.4;
/** Less alike than this is not worth showing as a candidate. */
const WORTH_SHOWING = 0.3;
const MOST_SHOWN = 5;

/**
 * Find the passage that selectors describe in the folded text of its post.
 *
 * First where it was; then its exact words, ranked by their surroundings; then approximately.
 * Below a floor the passage is an orphan, with a rival too near it is ambiguous: a wrong passage
 * is worse than none.
 */
export function locate(text: string, selectors: readonly Selector[]): Location {
  const quote = findSelector(selectors, 'TextQuoteSelector');
  if (!quote || quote.exact === '') return { state: 'orphan', candidates: [], score: 0 };
  const origin = findSelector(selectors, 'FoldedTextSelector');
  const sought = { quote, occurrences: origin?.occurrences };
  const prepared = prepareText(text);
  const position = findSelector(selectors, 'TextPositionSelector');
  // Under another folding the same words stood elsewhere.
  const isComparable = origin === undefined || origin.folding === FOLDING_VERSION;
  const stored = isComparable && position ? storedSpan(prepared, quote, position.start) : undefined;
  if (stored && hasVerbatimContext(text, stored, quote)) {
    return { state: 'exact', span: stored, score: 1 };
  }
  const exactly = findExactly(text, quote);
  const verbatim = exactly.filter(({ span }) => hasVerbatimContext(text, span, quote));
  if (verbatim.length === 1 && hasContext(quote)) return found(verbatim[0] as Candidate, stored);
  const isSettled = exactly.some(({ context }) => context >= SETTLED_CONTEXT);
  const ranked = rankCandidates(
    isSettled ? exactly : [...exactly, ...findApproximately(prepared, quote)],
  );
  const [best, rival] = ranked.filter((candidate) => isAcceptable(candidate, sought));
  if (!best) return lost('orphan', ranked);
  if (rival && best.score - rival.score < MARGIN) return lost('ambiguous', ranked);
  return found(best, stored);
}

/** What is looked for: the quote, and how often its words stood in the text it was taken from. */
interface Sought {
  quote: TextQuoteSelector;
  occurrences: number | undefined;
}

/** The span at the remembered position, if the exact words stand there. */
function storedSpan(
  { text, utf16Of }: PreparedText,
  { exact }: TextQuoteSelector,
  codePoint: number,
): Span | undefined {
  const offset = utf16Of(codePoint);
  // A passage may begin with the second half of a pair, which a code point cannot name.
  const start = [offset, offset - 1].find((at) => at >= 0 && text.startsWith(exact, at));
  return start === undefined ? undefined : { start, end: start + exact.length };
}

function hasContext({ prefix, suffix }: TextQuoteSelector): boolean {
  return prefix !== '' || suffix !== '';
}

/** Whether a candidate on its own is good enough to be shown as the passage. */
function isAcceptable(candidate: Candidate, sought: Sought): boolean {
  const { words, context, weakerSide, score, join } = candidate;
  const { length } = sought.quote.exact;
  if (words === 1) {
    if (length >= TELLING_LENGTH) return context >= 0.5 || wasUnique(sought);
    if (wasUnique(sought)) {
      if (length >= SHORT_LENGTH) return context >= 0.5;
      return context >= 1.5 || (context >= 0.9 && join.units >= JOINED_LENGTH);
    }
    return context >= 0.9 && isJoined(join);
  }
  // Changed words need surroundings that vouch for them: without, a look-alike is as likely.
  if (length < SHORT_LENGTH) return words >= 0.6 && weakerSide >= 0.6;
  return words >= 0.5 && context >= 0.5 && score >= 0.62;
}

/**
 * Whether the words right next to the passage are those remembered: a phrase that the author
 * repeats keeps company much like its own elsewhere, but not the very same.
 */
function isJoined({ units, fewest, hasWholeSide }: ContextJoin): boolean {
  return units >= JOINED_LENGTH && (hasWholeSide || fewest >= JOINED_SIDE);
}

/**
 * Whether the passage's words stood in the post only once when it was described. Selectors from
 * elsewhere do not say; there, longer context than usual tells that they did not.
 */
function wasUnique({ quote, occurrences }: Sought): boolean {
  if (occurrences !== undefined) return occurrences === 1;
  return Math.max(quote.prefix.length, quote.suffix.length) <= CONTEXT_LENGTH + 1;
}

function found({ span, score, words }: Candidate, stored: Span | undefined): Found {
  if (words < 1) return { state: 'edited', span, score };
  return { state: span.start === stored?.start ? 'exact' : 'moved', span, score };
}

function lost(state: Lost['state'], ranked: readonly Candidate[]): Lost {
  const candidates = ranked
    .filter(({ words }) => words >= WORTH_SHOWING)
    .slice(0, MOST_SHOWN)
    .map(({ span, score }) => ({ span, score }));
  return { state, candidates, score: candidates[0]?.score ?? 0 };
}
