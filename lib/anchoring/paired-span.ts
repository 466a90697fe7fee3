import type { Pair } from './align.ts';
import type { Pattern } from './pattern.ts';
import type { Span } from './span.ts';
import { similarityOf, type Word } from './words.ts';

/** The stretch of text that the quote's own words were paired with, and how much of them. */
export function spanOfPairs(
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
