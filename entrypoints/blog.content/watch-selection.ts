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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const range = selectedRange(document);
      if (range) onSelect(range);
    }, SETTLED);
  };
  const listening = { capture: true, passive: true, signal };

  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true;
      // What was about to be offered is being replaced, and must not stand in the way.
      clearTimeout(timer);
    },
    listening,
  );
  for (const type of ['pointerup', 'pointercancel', 'dragend'] as const) {
    document.addEventListener(
      type,
      () => {
        pressed = false;
        settle();
      },
      listening,
    );
  }
  document.addEventListener(
    'selectionchange',
    () => {
      if (!selectedRange(document)) onClear();
      else if (!pressed) settle();
    },
    listening,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** A copy of the selected range, if anything is selected. */
export function selectedRange(document: Document): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  return selection.getRangeAt(0).cloneRange();
}
