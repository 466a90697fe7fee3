import { hear } from './hear.ts';
import { type Box, placeBeside } from './place.ts';
import type { Stage } from './stage.ts';

/** What something floats beside: lines of a passage on the screen, none when there are none now. */
export type Anchor = () => readonly Box[];

/** A part of the stage that floats over the page beside a passage, and never on it. */
export interface Floating {
  readonly part: HTMLElement;
  /** Put it in the page, beside what `anchor` answers whenever the page scrolls, zooms or resizes. */
  show(anchor: Anchor): void;
  hide(): void;
  /** What it holds has another size. */
  place(): void;
}

export function createFloating(document: Document, stage: Stage, signal: AbortSignal): Floating {
  const part = document.createElement('div');
  part.style.cssText = 'position: fixed; width: max-content; transform-origin: 0 0';
  const { defaultView: window } = document;
  let anchor: Anchor = () => [];

  const place = () => {
    const lines = stage.isShown(part) ? anchor() : [];
    if (lines.length === 0) return;
    const { seen, scale } = readView(document);
    // Pinched larger, the page is twice as large and the buttons are not: they fit as before.
    part.style.transform = `scale(${1 / scale})`;
    const { left, top } = placeBeside(lines, part.getBoundingClientRect(), seen);
    part.style.left = `${left}px`;
    part.style.top = `${top}px`;
  };
  for (const target of [window, window?.visualViewport]) {
    hear(target, ['scroll', 'resize'], place, signal);
  }

  return {
    part,
    show(to) {
      anchor = to;
      stage.show(part);
      place();
    },
    hide: () => stage.hide(part),
    place,
  };
}

/** What the reader sees of the window, without scroll bars, and how far they have pinched it open. */
function readView({ documentElement, defaultView }: Document): { seen: Box; scale: number } {
  const { clientWidth, clientHeight } = documentElement;
  const viewport = defaultView?.visualViewport as VisualViewport;
  const { offsetLeft: left, offsetTop: top, width, height, scale } = viewport;
  const right = Math.min(left + width, clientWidth);
  return { seen: { left, top, right, bottom: Math.min(top + height, clientHeight) }, scale };
}

/** The lines of a passage on the screen. */
export function linesOf(range: Range): DOMRect[] {
  return Array.from(range.getClientRects()).filter(({ width }) => width > 0);
}
