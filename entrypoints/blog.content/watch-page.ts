/** Changes that follow each other this closely are looked at together. Milliseconds. */
const QUIET = 200;

/**
 * Call `onChange` after the page's own scripts have changed it: with a test for whether something
 * inside an element changed. Some templates put a post's body in late, or rewrite it.
 */
export function watchPage(
  document: Document,
  onChange: (changed: (element: Element) => boolean) => Promise<void>,
  signal: AbortSignal,
): void {
  let places: Node[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    places.push(...records.map(({ target }) => target));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const changed = places;
      places = [];
      onChange((element) => changed.some((place) => element.contains(place))).catch(
        (error: unknown) => console.warn('Waymark: the page could not be read again', error),
      );
    }, QUIET);
  });
  // Waymark's own elements stand outside the body, and are not seen.
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
