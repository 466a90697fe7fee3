/** A rectangle on the screen, in CSS pixels of the window. A `DOMRect` is one. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Distance from the passage and from the edges of what is seen, in CSS pixels. */
export const GAP = 8;

/**
 * Where something stands beside a passage without covering it: below its last line, above its
 * first, or at a side of it, whichever is first to fit into what is seen. When the passage fills
 * all of that, at the edge that the passage has run out of.
 *
 * @param lines The lines of the passage, the first of them first; at least one.
 * @param seen What the reader sees of the page.
 */
export function placeBeside(lines: readonly Box[], size: Size, seen: Box) {
  const [first, last] = [lines[0] as Box, lines.at(-1) as Box];
  const most = {
    left: seen.right - size.width - GAP,
    top: seen.bottom - size.height - GAP,
  };
  const least = { left: seen.left + GAP, top: seen.top + GAP };
  const across = (left: number) => clamp(left, least.left, most.left);
  const along = (top: number) => clamp(top, least.top, most.top);

  const below = last.bottom + GAP;
  const above = first.top - GAP - size.height;
  // Out of sight, it is waited for at the edge behind which it is.
  if (last.bottom <= seen.top) return { left: across(last.left), top: least.top };
  if (first.top >= seen.bottom) return { left: across(first.left), top: along(most.top) };
  if (below <= most.top) return { left: across(last.left), top: Math.max(below, least.top) };
  if (above >= least.top) return { left: across(first.left), top: Math.min(above, most.top) };

  const right = Math.max(...lines.map((line) => line.right)) + GAP;
  const left = Math.min(...lines.map((line) => line.left)) - GAP - size.width;
  if (right <= most.left) return { left: right, top: along(last.top) };
  if (left >= least.left) return { left, top: along(last.top) };
  return { left: across(last.left), top: last.bottom > seen.bottom ? along(most.top) : least.top };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
