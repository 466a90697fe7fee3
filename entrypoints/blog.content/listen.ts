import { type MessageName, say } from '../../lib/language/say.ts';
import type { Glance } from './glance.ts';
import type { KeyboardBar } from './keyboard-bar.ts';
import type { KeyboardReader } from './keyboard-reader.ts';
import type { PageToolbar } from './page-toolbar.ts';
import type { Reader } from './reader.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { Stage } from './stage.ts';
import { watchPointer } from './watch-pointer.ts';
import { watchSelection } from './watch-selection.ts';

export interface Listeners {
  reader: Reader;
  toolbar: PageToolbar;
  keyboard: KeyboardReader;
  bar: KeyboardBar;
  stage: Stage;
  glance: Glance;
  shortcuts: Shortcuts;
}

/**
 * Hear what the reader does on the page: select, click on a highlight, press a key. Only events
 * of the reader's count; a page can make up its own.
 */
export function listen(
  document: Document,
  { reader, toolbar, keyboard, bar, stage, glance, shortcuts }: Listeners,
  signal: AbortSignal,
): void {
  watchSelection(document, { onSelect: reader.offer, onClear: reader.withdraw }, signal);

  watchPointer(document, stage.owns, reader.pointAt, signal);

  /** Whether a key did something: what shows is asked first. */
  const press = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, repeat } = event;
    // The dialog has keys of its own; a glance only goes.
    if (shortcuts.isOpen || (key === 'Escape' && glance.close())) return !shortcuts.isOpen;
    if (toolbar.press(key)) {
      // Who presses a key may not see what became of it.
      const words = SAID.get(key);
      if (words) bar.say(say(words));
      return true;
    }
    // Waymark's own buttons have the keys, and a link that has the focus has its Enter.
    if ((stage.owns(event) && !bar.hasFocus) || (key === 'Enter' && isOnControl(event.target)))
      return false;
    // A key that is held down goes on, and does nothing else twice.
    return (!repeat || /^(?:Arrow|[jk]$)/i.test(key)) && keyboard.press(key, shiftKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || isTaken(event) || !press(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || stage.owns(event)) return;
    if (isOnControl(event.target) || !document.getSelection()?.isCollapsed) return;
    reader.pick(event.clientX, event.clientY);
  };
  document.addEventListener('keydown', onKeyDown, { capture: true, signal });
  document.addEventListener('click', onClick, { signal });
}

/** What keys of the toolbar have done, when they did it. */
const SAID: ReadonlyMap<string, MessageName> = new Map([
  ['h', 'highlighted'],
  ['u', 'undone'],
]);

/** Whether a key is part of a shortcut of someone else's, or of a text being typed. */
function isTaken(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, isComposing, target } = event;
  // Many keyboards have brackets on a third level, for which Windows names other modifiers too.
  const isShortcut = (ctrlKey || altKey) && !event.getModifierState('AltGraph');
  if (metaKey || isShortcut || isComposing) return true;
  return target instanceof HTMLElement && (target.isContentEditable || isField(target));
}

function isField(element: Element): boolean {
  return element.matches('input, select, textarea');
}

function isOnControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('a[href], button, input, select, textarea, summary') !== null
  );
}
