import { COLOURS, type Colour } from '../annotation/colour.ts';
import type { Ground } from './ground.ts';
import { LAYERS } from './layers.ts';

/**
 * The ways a range is painted. The names are the same in the style sheet; they say nothing,
 * because the page can read them.
 */
export type PaintStyle = `wm-${string}`;
/** A passage marked in yellow on a light ground, in the lowest layer. */
export const PASSAGE: PaintStyle = 'wm-a';
/** The passage a reader has just jumped to. */
export const ATTENTION: PaintStyle = 'wm-b';

/** The colours in their order: on a light ground, and on a dark one. */
const LETTERS: Record<Ground, string> = { light: 'acdef', dark: 'ghijk' };

/** How a passage is to be painted. */
export interface Mark {
  range: AbstractRange;
  colour: Colour;
  /** What its text stands on. */
  ground: Ground;
  /** See `toLayers`. */
  layer: number;
}

/** The style of a passage. */
export function styleOf({ colour, ground, layer }: Omit<Mark, 'range'>): PaintStyle {
  return `wm-${LETTERS[ground][COLOURS.indexOf(colour)]}${layer || ''}`;
}

/** Paints passages by the CSS Custom Highlight API: no node of the page is changed. */
export interface Painter {
  /** Paint exactly these ranges in the style, instead of those painted before. */
  paint(style: PaintStyle, ranges: Iterable<AbstractRange>): void;
  /** Paint exactly these passages, each in its style, instead of those painted before. */
  paintPassages(marks: Iterable<Mark>): void;
  /** Register again what the page may have cleared. */
  repair(): void;
  /** Remove everything from the page. */
  clear(): void;
}

/**
 * Remove what an earlier painter has left behind. By all the names there may be: Firefox lets no
 * content script go through a registry in which something belongs to a script that is gone.
 */
export function clearPainted(registry: HighlightRegistry): void {
  for (const letter of 'abcdefghijkz') {
    for (let layer = 0; layer < LAYERS; layer++) registry.delete(`wm-${letter}${layer || ''}`);
  }
}

/** A painter on a document's registry of highlights (`CSS.highlights`). */
export function createPainter(registry: HighlightRegistry): Painter {
  const painted = new Map<PaintStyle, Highlight>();
  let passageStyles = new Set<PaintStyle>();

  const paint = (style: PaintStyle, ranges: Iterable<AbstractRange>, layer = LAYERS) => {
    const highlight = painted.get(style) ?? new Highlight();
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    // Whatever is no passage is painted above all passages.
    highlight.priority = layer;
    painted.set(style, highlight);
    registry.set(style, highlight);
  };

  return {
    paint: (style, ranges) => paint(style, ranges),
    paintPassages(marks) {
      const byStyle = Map.groupBy(marks, styleOf);
      for (const style of passageStyles) {
        if (!byStyle.has(style)) paint(style, []);
      }
      for (const [style, same] of byStyle) {
        paint(
          style,
          same.map(({ range }) => range),
          same[0]?.layer,
        );
      }
      passageStyles = new Set([...passageStyles, ...byStyle.keys()]);
    },
    repair() {
      for (const [style, highlight] of painted) {
        if (registry.get(style) !== highlight) registry.set(style, highlight);
      }
    },
    clear() {
      for (const [style, highlight] of painted) {
        // Another painter may have taken over.
        if (registry.get(style) === highlight) registry.delete(style);
      }
      painted.clear();
      passageStyles.clear();
    },
  };
}
