import { type ComponentChildren, render } from 'preact';
import css from '../../components/selection-toolbar.css?inline';
import { createFloating } from './floating.ts';

/** What the toolbar shows, and for how long. */
export interface ToolbarContent {
  view: ComponentChildren;
  /** Beside what: asked again whenever the page scrolls. */
  anchor: () => DOMRect | undefined;
  /** What keys do while it shows. Escape always puts it away. */
  keys?: Readonly<Record<string, () => void>>;
  /** What a screen reader says of it. */
  says?: string;
  /** Milliseconds after which it goes by itself. */
  lasting?: number;
}

/** The place for Waymark's buttons on the page. It shows one thing at a time. */
export interface PageToolbar {
  show(content: ToolbarContent): void;
  hide(): void;
  /** Put the focus on the first button. */
  focus(): void;
  /** What shows now. */
  readonly content: ToolbarContent | undefined;
  /** Do what the key does now. False when it does nothing. */
  press(key: string): boolean;
  /** Whether an event, seen from the page, happened inside. */
  owns(event: Event): boolean;
}

export function createPageToolbar(
  document: Document,
  say: (text: string) => void,
  signal: AbortSignal,
): PageToolbar {
  const floating = createFloating(document, css, signal);
  const container = floating.root.appendChild(document.createElement('div'));
  let content: ToolbarContent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    content = undefined;
    floating.hide();
    render(null, container);
  };

  return {
    show(next) {
      hide();
      content = next;
      render(next.view, container);
      floating.show(next.anchor);
      if (next.says) say(next.says);
      if (next.lasting !== undefined) timer = setTimeout(hide, next.lasting);
    },
    hide,
    focus: () => container.querySelector('button')?.focus(),
    get content() {
      return content;
    },
    press(key) {
      const act = content && (key === 'Escape' ? hide : content.keys?.[key]);
      act?.();
      return act !== undefined;
    },
    owns: floating.owns,
  };
}
