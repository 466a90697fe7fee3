import type { ColourNames } from '../../components/colour-name.ts';
import { element } from '../../components/element.ts';
import { drawMarginMark } from '../../components/margin-mark.ts';
import { rove } from '../../components/roving.ts';
import { type Annotation, noteOf, tagsOf } from '../../lib/annotation/annotation.ts';
import { kindOf } from '../../lib/annotation/kind.ts';
import { createGroundFinder } from '../../lib/highlight/ground.ts';
import { say } from '../../lib/language/say.ts';
import type { Anchor } from './floating.ts';
import { placeMarks } from './margin.ts';
import type { PlacedPassage } from './page-annotations.ts';
import type { Size } from './place.ts';
import type { Stage } from './stage.ts';
import { watchLayout } from './watch-layout.ts';

/** The marks in the margin of highlights about which there is more to know. */
export interface MarginMarks {
  /** Look again at what is to be marked and where, before the page is drawn next. */
  update(): void;
}

export interface MarginServices {
  document: Document;
  stage: Stage;
  listPassages: () => PlacedPassage[];
  colourNames: () => ColourNames;
  onOpen: (annotation: Annotation, anchor: Anchor) => void;
  /** A mark is pointed at or has the focus, or none is any more. */
  onGlance: (annotation: Annotation | undefined, anchor: Anchor) => void;
}

/** Large enough for a finger: see WCAG 2.2, 2.5.8. CSS pixels. */
const SIZE: Size = { width: 24, height: 24 };

/** Whether there is more to know of a highlight than its colour. */
export function isMarked(annotation: Annotation): boolean {
  return (
    kindOf(annotation) !== 'highlight' || noteOf(annotation) !== '' || tagsOf(annotation).length > 0
  );
}

export function createMarginMarks(services: MarginServices, signal: AbortSignal): MarginMarks {
  const { document, stage, listPassages, colourNames, onOpen, onGlance } = services;
  const layer = element('div', {
    class: 'marks',
    role: 'toolbar',
    'aria-orientation': 'vertical',
    'aria-label': say('marginMarks'),
  });
  rove(layer);
  const shown = new Map<HTMLElement, PlacedPassage>();
  let isAsked = false;

  const anchorOf = (button: HTMLElement) => () => [button.getBoundingClientRect()];
  const createButton = () => {
    const of = () => shown.get(button)?.annotation;
    const glance = () => onGlance(of(), anchorOf(button));
    const leave = () => onGlance(undefined, () => []);
    const open = () => {
      const annotation = of();
      if (annotation) onOpen(annotation, anchorOf(button));
    };
    const button = element('button', {
      type: 'button',
      tabindex: -1,
      click: open,
      focus: glance,
      blur: leave,
      pointerenter: glance,
      pointerleave: leave,
    });
    return button;
  };

  /** Every passage keeps its button, which may have the focus. */
  const fill = (passages: readonly PlacedPassage[]) => {
    const old = new Map(Array.from(shown, ([button, { annotation }]) => [annotation.id, button]));
    const groundOf = createGroundFinder();
    shown.clear();
    for (const [index, passage] of passages.entries()) {
      const { annotation, body } = passage;
      const button = old.get(annotation.id) ?? createButton();
      old.delete(annotation.id);
      shown.set(button, passage);
      drawMarginMark(button, {
        annotation,
        colourNames: colourNames(),
        ground: groundOf(body),
      });
      if (layer.children[index] !== button)
        layer.insertBefore(button, layer.children[index] ?? null);
    }
    for (const button of old.values()) button.remove();
    const isStop = ({ tabIndex }: Element & { tabIndex?: number }) => tabIndex === 0;
    const [first] = shown.keys();
    if (first && !Array.from(shown.keys()).some(isStop)) first.tabIndex = 0;
  };

  const place = () => {
    const marked = Array.from(shown.values(), ({ range, body }) => ({
      line: Array.from(range.getClientRects()).find(({ width }) => width > 0),
      body: body.getBoundingClientRect(),
    }));
    const origin = layer.getBoundingClientRect();
    const places = placeMarks(marked, SIZE, document.documentElement.clientWidth);
    for (const [index, button] of Array.from(shown.keys()).entries()) {
      const at = places[index];
      button.hidden = !at;
      if (!at) continue;
      button.style.left = `${at.left - origin.left}px`;
      button.style.top = `${at.top - origin.top}px`;
    }
  };

  const update = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (signal.aborted) return;
      const passages = listPassages().filter(({ annotation }) => isMarked(annotation));
      if (passages.length > 0) stage.show(layer);
      else if (stage.isShown(layer)) stage.hide(layer);
      fill(passages);
      place();
      watch(new Set(passages.map(({ body }) => body)));
    });
  };
  const watch = watchLayout(document, update, signal);
  return { update };
}
