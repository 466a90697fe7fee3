import { hear } from './hear.ts';
import { createTimer } from './timer.ts';

/** A pointer that has not moved for so long rests. Milliseconds. */
const REST = 120;

/**
 * Watch where on the page a mouse comes to rest, in CSS pixels of the window, until the signal
 * aborts. While a button is held down something is being selected, and nothing is pointed at.
 *
 * @param isOurs Whether an event happened in something of Waymark's, and is not the page's.
 */
export function watchPointer(
  document: Document,
  isOurs: (event: Event) => boolean,
  onRest: (x: number, y: number) => void,
  signal: AbortSignal,
): void {
  const timer = createTimer(signal);
  const onMove = (event: PointerEvent) => {
    const { clientX, clientY, buttons, pointerType } = event;
    timer.stop();
    if (buttons > 0 || pointerType === 'touch' || isOurs(event)) return;
    timer.set(REST, () => onRest(clientX, clientY));
  };
  hear(document, ['pointermove'], onMove, signal);
}
