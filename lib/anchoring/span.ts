/** A half-open stretch of a text in UTF-16 units: `start` is included, `end` is not. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The span without the spaces at its edges, or undefined when nothing else is in it. Readers
 * select a space too many all the time, and a passage begins and ends with a word.
 */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

/** @throws RangeError when the span is empty or reaches outside the text. */
export function assertSpan(text: string, { start, end }: Span): void {
  if (start < 0 || end > text.length || start >= end) {
    throw new RangeError(`Invalid span ${start}-${end}`);
  }
}
