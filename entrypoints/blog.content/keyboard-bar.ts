import { createFloating } from './floating.ts';
import css from './keyboard-bar.css?inline';

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

/** What the keys do, as the reader is told. */
export const KEYS = [
  ['j, k', 'Next, previous sentence (or the arrows)'],
  ['Shift', 'With these: mark more or less'],
  ['h', 'Highlight'],
  ['n', 'Highlight and write a note'],
  ['], [', 'Next, previous highlight'],
  ['Enter', 'Open the highlight'],
  ['Delete', 'Delete the highlight'],
  ['u', 'Undo that'],
  ['Esc', 'Leave'],
] as const;

/** Screen readers notice a change of what was there already, a moment before. Milliseconds. */
const PAUSE = 100;
/** Said by then, at the latest noticed: nothing has to stay in the page. Milliseconds. */
const SAID = 1000;

export function createKeyboardBar(document: Document, signal: AbortSignal): KeyboardBar {
  const floating = createFloating(document, css, signal);
  const create = (name: string, text = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const bar = create('div');
  bar.className = 'bar';
  // So that screen readers hand over all keys, as they do not in the text of a page.
  bar.role = 'application';
  bar.ariaLabel = 'Waymark: reading by keyboard';
  bar.tabIndex = -1;
  const keys = create('dl');
  keys.append(...KEYS.flatMap(([key, does]) => [create('dt', key), create('dd', does)]));
  bar.append(create('p', 'Reading by keyboard · ? keys · Esc leaves'), keys);
  const voice = create('div');
  voice.className = 'voice';
  voice.role = 'status';
  floating.root.append(bar, voice);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let open = false;
  bar.hidden = true;
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
      keys.hidden = true;
      show();
      bar.focus({ preventScroll: true });
    },
    close() {
      open = false;
      floating.hide();
      say('Reading by keyboard is off.');
    },
    toggleKeys() {
      keys.hidden = !keys.hidden;
      show();
      say(KEYS.map(([key, does]) => `${key}: ${does}.`).join(' '));
    },
    say,
  };
}
