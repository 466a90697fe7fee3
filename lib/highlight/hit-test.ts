import type { Span } from '../anchoring/span.ts';

/** Something that stands in a text. */
export interface Spanned {
  span: Span;
}

/**
 * The one of several passages that a reader means by a place in the text: of those that hold it,
 * the shortest, so that a highlight inside another can be reached.
 */
export function findAt<T extends Spanned>(items: Iterable<T>, offset: number): T | undefined {
  let found: T | undefined;
  for (const item of items) {
    const { start, end } = item.span;
    if (start <= offset && offset < end && (!found || end - start < lengthOf(found))) found = item;
  }
  return found;
}

function lengthOf({ span }: Spanned): number {
  return span.end - span.start;
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
