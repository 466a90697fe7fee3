import { hear } from './hear.ts';
import { createTimer } from './timer.ts';

/** What may happen to the selection of a page. */
export interface SelectionEvents {
  /** The reader has finished selecting something, by mouse, keyboard or touch. */
  onSelect(range: Range): void;
  /** Nothing is selected any more. */
  onClear(): void;
}

/** A selection that has not changed for so long is finished. Milliseconds. */
const SETTLED = 120;

/** Watch the document's selection until the signal aborts. */
export function watchSelection(
  document: Document,
  { onSelect, onClear }: SelectionEvents,
  signal: AbortSignal,
): void {
  let pressed = false;
  const timer = createTimer(signal);
  const settle = () =>
    timer.set(SETTLED, () => {
      const range = selectedRange(document);
      if (range) onSelect(range);
    });
  const press = () => {
    pressed = true;
    // What was about to be offered is being replaced, and must not stand in the way.
    timer.stop();
  };
  const release = () => {
    pressed = false;
    settle();
  };
  const change = () => {
    if (!selectedRange(document)) onClear();
    else if (!pressed) settle();
  };
  hear(document, ['pointerdown'], press, signal);
  hear(document, ['pointerup', 'pointercancel', 'dragend'], release, signal);
  hear(document, ['selectionchange'], change, signal);
}

/** A copy of the selected range, if anything is selected. */
export function selectedRange(document: Document): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  return selection.getRangeAt(0).cloneRange();
}
