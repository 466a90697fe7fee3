import { type ComponentChildren, render } from 'preact';
import css from '../../components/selection-toolbar.css?inline';
import { createFloating } from './floating.ts';

/** The place for Waymark's buttons on the page. */
export interface PageToolbar {
  show(view: ComponentChildren, anchor: () => DOMRect | undefined): void;
  hide(): void;
  readonly shown: boolean;
  /** Whether an event, seen from the page, happened inside. */
  owns(event: Event): boolean;
}

export function createPageToolbar(document: Document, signal: AbortSignal): PageToolbar {
  const floating = createFloating(document, css, signal);
  const container = floating.root.appendChild(document.createElement('div'));
  return {
    show(view, anchor) {
      render(view, container);
      floating.show(anchor);
    },
    hide() {
      render(null, container);
      floating.hide();
    },
    get shown() {
      return floating.shown;
    },
    owns: floating.owns,
  };
}
