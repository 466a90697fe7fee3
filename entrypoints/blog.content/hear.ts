/** What a document, a window or its visual viewport may have to tell. */
type Happening = keyof DocumentEventMap | keyof WindowEventMap;

/**
 * Hear of events before the page does, until the signal aborts. Nothing that is heard so can be
 * prevented: the page need not wait with scrolling.
 */
export function hear(
  target: EventTarget | null | undefined,
  types: readonly Happening[],
  listener: (event: never) => void,
  signal: AbortSignal,
): void {
  for (const type of types) {
    target?.addEventListener(type, listener as EventListener, {
      capture: true,
      passive: true,
      signal,
    });
  }
}
