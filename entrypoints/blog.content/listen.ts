import type { PageToolbar } from './page-toolbar.tsx';
import type { Reader } from './reader.tsx';
import { watchSelection } from './watch-selection.ts';

/**
 * Hear what the reader does on the page: select, click on a highlight, press a key. Only events
 * of the reader's count; a page can make up its own.
 */
export function listen(
  document: Document,
  { reader, toolbar }: { reader: Reader; toolbar: PageToolbar },
  signal: AbortSignal,
): void {
  watchSelection(document, { onSelect: reader.offer, onClear: reader.withdraw }, signal);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || isTaken(event) || !toolbar.press(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || toolbar.owns(event)) return;
    if (isOnControl(event.target) || !document.getSelection()?.isCollapsed) return;
    reader.pick(event.clientX, event.clientY);
  };
  document.addEventListener('keydown', onKeyDown, { capture: true, signal });
  document.addEventListener('click', onClick, { signal });
}

/** Whether a key is part of a shortcut of someone else's, or of a text being typed. */
function isTaken({ ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true;
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
