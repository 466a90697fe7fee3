import type { Alignment } from './align-within.ts';
import type { Span } from './span.ts';

const WORD_UNIT = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where the pattern's own part begins and ends in the stretch it was aligned with, moved to whole
 * words where the reader had selected whole words, and without spaces at the edges. Undefined when
 * nothing of it is left.
 */
export function toWholeWords(
  pattern: string,
  own: Span,
  stretch: string,
  alignment: Alignment,
): Span | undefined {
  let first = own.start;
  while (first < own.end && (alignment[first] as number) < 0) first += 1;
  let last = own.end - 1;
  while (last >= first && (alignment[last] as number) < 0) last -= 1;
  if (first > last) return undefined;

  let start = alignment[first] as number;
  let end = (alignment[last] as number) + 1;
  // What is paired with the context belongs to the context, even where a space was lost between.
  const least = lastPaired(alignment, own.start) + 1;
  const most = firstPaired(alignment, own.end, stretch.length);
  if (!cutsWord(pattern, own.start)) while (start > least && cutsWord(stretch, start)) start -= 1;
  if (!cutsWord(pattern, own.end)) while (end < most && cutsWord(stretch, end)) end += 1;
  while (start < end && stretch[start] === ' ') start += 1;
  while (end > start && stretch[end - 1] === ' ') end -= 1;
  return start < end ? { start, end } : undefined;
}

function lastPaired(alignment: Alignment, before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) {
    if ((alignment[at] as number) >= 0) return alignment[at] as number;
  }
  return -1;
}

function firstPaired(alignment: Alignment, from: number, otherwise: number): number {
  for (let at = from; at < alignment.length; at += 1) {
    if ((alignment[at] as number) >= 0) return alignment[at] as number;
  }
  return otherwise;
}

/** Whether an offset has a letter or digit on both sides. */
function cutsWord(text: string, offset: number): boolean {
  return WORD_UNIT.test(text[offset - 1] ?? '') && WORD_UNIT.test(text[offset] ?? '');
}
