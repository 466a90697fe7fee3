import css from '../../components/selection-toolbar.css?inline';
import { createFloating } from './floating.ts';

/**
 * What Waymark says to a screen reader, and the bar that shows that the page is being read by
 * keyboard. Its sentences are fixed, or words of the page itself: never words of the reader's.
 */
export interface KeyboardBar {
  /** Show the bar and give it the focus. */
  open(): void;
  close(): void;
  /** Show what the keys do, or no longer. */
  toggleKeys(): void;
  /** Have it said when the screen reader has finished what it says. Only the last of several is. */
  say(text: string): void;
}

const TITLE = 'Reading by keyboard: ? for the keys, Esc leaves';
const KEYS =
  'j and k or the arrows: next and previous sentence. With Shift: mark more or less. ' +
  'h: highlight. n: highlight and write a note. ] and [: next and previous highlight. ' +
  'Enter: open it. Delete: delete it. u: undo. Esc: leave.';

/** The voice is heard, not seen. */
const BAR_CSS = `
  .toolbar { max-width: min(26rem, calc(100vw - 16px)); padding: 8px 12px; outline: 0 }
  .toolbar[hidden] { display: none }
  .voice { position: fixed; clip-path: inset(50%); user-select: none }
`;

/** Screen readers notice a change of what was there already, a moment before. Milliseconds. */
const PAUSE = 100;
/** Said by then, at the latest noticed: nothing has to stay in the page. Milliseconds. */
const SAID = 1000;

export function createKeyboardBar(document: Document, signal: AbortSignal): KeyboardBar {
  const floating = createFloating(document, css + BAR_CSS, signal);
  const add = (className: string, role: string) => {
    const element = document.createElement('div');
    element.className = className;
    element.role = role;
    floating.root.append(element);
    return element;
  };
  // An application, so that screen readers hand over all keys, as they do not in a page's text.
  const bar = add('toolbar', 'application');
  bar.tabIndex = -1;
  const voice = add('voice', 'status');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open = false;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const show = () => {
    const { clientWidth, clientHeight } = document.documentElement;
    bar.hidden = !open;
    floating.show(() => new DOMRect(clientWidth, clientHeight));
  };
  const after = (pause: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, pause);
  };
  const say = (text: string) => {
    voice.textContent = '';
    show();
    after(PAUSE, () => {
      voice.textContent = text;
      if (!open) after(SAID, floating.hide);
    });
  };

  return {
    open() {
      open = true;
      bar.textContent = TITLE;
      show();
      bar.focus({ preventScroll: true });
    },
    close() {
      open = false;
      floating.hide();
      say('Reading by keyboard is off.');
    },
    toggleKeys() {
      const text = bar.textContent === KEYS ? TITLE : KEYS;
      bar.textContent = text;
      say(text);
    },
    say,
  };
}
