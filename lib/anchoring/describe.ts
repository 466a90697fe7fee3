import type { Selector } from '../annotation/selector.ts';
import { toCodePoints, toWholeCodePoints } from './code-points.ts';
import { placesOf } from './exact-search.ts';
import { FOLDING_VERSION } from './fold.ts';
import { assertSpan, type Span } from './span.ts';

/** Context kept on each side of a quote: enough to tell two uses of a phrase apart. */
export const CONTEXT_LENGTH = 32;

/** Context is doubled until the passage is the only one of its kind, up to this many units. */
const LONGEST_CONTEXT = 1024;

/**
 * Describe a passage so that it can be found again after the post is edited.
 *
 * Two selectors are returned because they fail differently: the position is exact until
 * anything before it changes, the quote until the passage itself does. A third says what they were
 * taken from. The text is a post's folded text (see `readText`); the span is in UTF-16 units, the
 * position in code points.
 *
 * @throws RangeError when the span is empty or reaches outside the text.
 */
export function describe(text: string, { start, end }: Span): Selector[] {
  assertSpan(text, { start, end });
  const context = toWholeCodePoints(text, uniqueContext(text, { start, end }));
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(context.start, start),
      suffix: text.slice(end, context.end),
    },
    {
      type: 'TextPositionSelector',
      start: toCodePoints(text, start),
      end: toCodePoints(text, end),
    },
    {
      type: 'FoldedTextSelector',
      folding: FOLDING_VERSION,
      occurrences: Math.min(placesOf(text, text.slice(start, end)).length, MOST_COUNTED),
    },
  ];
}

/** The smallest surroundings, grown by doubling, that the text holds only once. */
function uniqueContext(text: string, { start, end }: Span): Span {
  for (let length = CONTEXT_LENGTH; ; length *= 2) {
    const context = {
      start: Math.max(start - length, 0),
      end: Math.min(end + length, text.length),
    };
    if (length >= LONGEST_CONTEXT || isUnique(text, context)) return context;
  }
}

/** Enough to know that there are many. */
const MOST_COUNTED = 99;

function isUnique(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return text.indexOf(words) === text.lastIndexOf(words);
}
