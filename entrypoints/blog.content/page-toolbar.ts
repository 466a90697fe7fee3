import type { OnPageView } from '../../components/toolbar.ts';
import { type Anchor, createFloating } from './floating.ts';
import type { Stage } from './stage.ts';
import { createTimer } from './timer.ts';

/** What the toolbar shows, and for how long. */
export interface ToolbarContent {
  /** Its keys work while it shows, wherever the focus is. Escape always puts it away. */
  view: OnPageView;
  /** Beside what: asked again whenever the page scrolls. */
  anchor: Anchor;
  /** What a screen reader says of it. */
  says?: string;
  /** Milliseconds after which it goes by itself; without them it stays. */
  lasting?: number | undefined;
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
}

export function createPageToolbar(
  document: Document,
  stage: Stage,
  say: (text: string) => void,
  signal: AbortSignal,
): PageToolbar {
  const floating = createFloating(document, stage, signal);
  const { part } = floating;
  let content: ToolbarContent | undefined;
  const timer = createTimer(signal);

  const listButtons = () => Array.from(part.querySelectorAll('button'));
  const hide = () => {
    timer.stop();
    content = undefined;
    floating.hide();
  };

  return {
    show(next) {
      timer.stop();
      content = next;
      // Who changes a highlight by one button finds the focus on it afterwards.
      const name = part.querySelector(':focus')?.ariaLabel;
      part.replaceChildren(next.view.element);
      floating.show(next.anchor);
      if (name)
        listButtons()
          .find(({ ariaLabel }) => ariaLabel === name)
          ?.focus();
      if (next.says) say(next.says);
      if (next.lasting !== undefined) timer.set(next.lasting, hide);
    },
    hide,
    focus: () => listButtons()[0]?.focus(),
    get content() {
      return content;
    },
    press(key) {
      const act = content && (key === 'Escape' ? hide : content.view.keys[key]);
      act?.();
      return act !== undefined;
    },
  };
}
