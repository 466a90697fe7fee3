import { bisect } from '../anchoring/bisect.ts';
import type { Span } from '../anchoring/span.ts';

/** Something that stands in a text. */
export interface Spanned {
  span: Span;
}

/** Passages prepared for looking up places: see `findAt`. */
export interface SpanIndex<T extends Spanned> {
  /** By where they start; those that start together as they were listed. */
  readonly items: readonly T[];
  /** For every item, where the last of it and those before it ends. */
  readonly ends: readonly number[];
}

export function indexSpans<T extends Spanned>(items: Iterable<T>): SpanIndex<T> {
  const sorted = Array.from(items).sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  const ends = sorted.map(({ span }) => {
    end = Math.max(end, span.end);
    return end;
  });
  return { items: sorted, ends };
}

/**
 * The one of several passages that a reader means by a place in the text: of those that hold it,
 * the shortest, so that a highlight inside another can be reached; of equally short ones, the one
 * that starts first.
 *
 * By bisection to the last that starts before the place; then backwards, as long as any that is
 * left could hold the place and be as short.
 */
export function findAt<T extends Spanned>(
  { items, ends }: SpanIndex<T>,
  offset: number,
): T | undefined {
  let found: T | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  const reached = bisect(items, ({ span }) => span.start <= offset);
  for (let at = reached - 1; at >= 0; at -= 1) {
    const item = items[at] as T;
    const { start, end } = item.span;
    // Whatever holds the place from here reaches at least one character past it.
    if (offset - start >= shortest || (ends[at] as number) <= offset) break;
    if (offset < end && end - start <= shortest) {
      found = item;
      shortest = end - start;
    }
  }
  return found;
}

/** The range of one character under a point of the viewport (CSS pixels), if text is there. */
export function characterAt(document: Document, x: number, y: number): Range | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  const text = caret.offsetNode as Text;
  // The caret stands at the nearer edge of the character: look at both of its neighbours.
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= text.length) continue;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    if (contains(range, x, y)) return range;
  }
  return undefined;
}

function contains(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}
