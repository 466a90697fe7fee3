import { element } from '../../components/element.ts';
import { say as sayMessage } from '../../lib/language/say.ts';
import { createFloating } from './floating.ts';
import type { Stage } from './stage.ts';
import { createTimer } from './timer.ts';

/**
 * What Waymark says to a screen reader, and the bar that shows that the page is being read by
 * keyboard. Its sentences are fixed, or words of the page itself: never words of the reader's.
 */
export interface KeyboardBar {
  /** Show the bar and give it the focus. */
  open(): void;
  close(): void;
  /** Whether the bar has the focus: then all keys are for reading. */
  readonly hasFocus: boolean;
  /** Have it said when the screen reader has finished what it says. Only the last of several is. */
  say(text: string): void;
}

/** Screen readers notice a change of what was there already, a moment before. Milliseconds. */
const PAUSE = 100;
/** Said by then, at the latest noticed: nothing has to stay in the page. Milliseconds. */
const SAID = 1000;

export function createKeyboardBar(
  document: Document,
  stage: Stage,
  signal: AbortSignal,
): KeyboardBar {
  const floating = createFloating(document, stage, signal);
  // An application, so that screen readers hand over all keys, as they do not in a page's text.
  const bar = element(
    'div',
    { class: 'toolbar bar', role: 'application', tabindex: -1 },
    sayMessage('readingTitle'),
  );
  floating.part.append(bar);
  const voice = element('div', { class: 'voice', role: 'status' });
  const timer = createTimer(signal);

  const say = (text: string) => {
    voice.textContent = '';
    stage.show(voice);
    timer.set(PAUSE, () => {
      voice.textContent = text;
      if (!stage.isShown(floating.part)) timer.set(SAID, () => stage.hide(voice));
    });
  };

  return {
    open() {
      // At the lower right corner, as if all of a passage were above the window.
      floating.show(() => {
        const { clientWidth, clientHeight } = document.documentElement;
        return [new DOMRect(clientWidth, clientHeight, 0, 0)];
      });
      bar.focus({ preventScroll: true });
    },
    close() {
      floating.hide();
      say(sayMessage('readingOff'));
    },
    get hasFocus() {
      return stage.hasFocus(floating.part);
    },
    say,
  };
}
