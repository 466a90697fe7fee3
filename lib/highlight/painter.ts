/**
 * The two ways a passage is painted. The names are the same in the style sheet; they say nothing,
 * because the page can read them.
 */
export type PaintStyle = 'wm-a' | 'wm-b';
/** A highlighted passage. */
export const PASSAGE: PaintStyle = 'wm-a';
/** The passage a reader has just jumped to. */
export const ATTENTION: PaintStyle = 'wm-b';

/** Paints passages by the CSS Custom Highlight API: no node of the page is changed. */
export interface Painter {
  /** Paint exactly these ranges in the style, instead of those painted before. */
  paint(style: PaintStyle, ranges: Iterable<AbstractRange>): void;
  /** Register again what the page may have cleared. */
  repair(): void;
  /** Remove everything from the page. */
  clear(): void;
}

/** A painter on a document's registry of highlights (`CSS.highlights`). */
export function createPainter(registry: HighlightRegistry): Painter {
  const painted = new Map<PaintStyle, Highlight>();
  return {
    paint(style, ranges) {
      const highlight = painted.get(style) ?? new Highlight();
      highlight.clear();
      for (const range of ranges) highlight.add(range);
      if (style === ATTENTION) highlight.priority = 1;
      painted.set(style, highlight);
      registry.set(style, highlight);
    },
    repair() {
      for (const [style, highlight] of painted) {
        if (registry.get(style) !== highlight) registry.set(style, highlight);
      }
    },
    clear() {
      for (const style of painted.keys()) registry.delete(style);
      painted.clear();
    },
  };
}
