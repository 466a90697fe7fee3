import type { Size } from './place.ts';
import { spread } from './spread.ts';

/** A passage that is to have a mark, as it stands on the screen. */
export interface Marked {
  /** Its first line; undefined where it is not drawn. */
  line: DOMRect | undefined;
  /** The text of its post. */
  body: DOMRect;
}

/** Space between a text and the marks beside it, in CSS pixels. */
const SPACE = 2;

/**
 * Where marks of one size stand, each beside its post at the height of its passage's first line, and
 * none on another. Undefined for what is not drawn.
 *
 * @param marked In reading order.
 * @param width Of the window.
 */
export function placeMarks(marked: readonly Marked[], size: Size, width: number) {
  const lefts = marked.map(({ body }) => leftOf(body, size, width));
  const places = new Map<Marked, { left: number; top: number }>();
  for (const left of new Set(lefts)) {
    const column = marked
      .filter(({ line }, index) => line && lefts[index] === left)
      .map((one) => ({ one, wanted: topOf(one, size) }))
      .sort((a, b) => a.wanted - b.wanted);
    const tops = spread(
      column.map(({ wanted }) => wanted),
      size.height,
    );
    for (const [index, { one }] of column.entries()) {
      places.set(one, { left, top: tops[index] as number });
    }
  }
  return marked.map((one) => places.get(one));
}

function topOf({ line }: Marked, { height }: Size): number {
  return line ? line.top + (line.height - height) / 2 : 0;
}

/** After the text where there is room, else before it, else at the edge of the window. */
function leftOf({ left, right }: DOMRect, { width: own }: Size, width: number): number {
  if (right + SPACE + own <= width) return right + SPACE;
  if (left - SPACE - own >= 0) return left - SPACE - own;
  return width - own;
}
