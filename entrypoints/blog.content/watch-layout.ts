import { hear } from './hear.ts';

/**
 * Watch for whatever moves passages about the page: another size of the window, of the page or of
 * its posts, and scrolling of something within the page. Scrolling of the page itself is no move.
 *
 * @returns A function that says which posts to watch from now on.
 */
export function watchLayout(
  document: Document,
  onMove: () => void,
  signal: AbortSignal,
): (bodies: Iterable<Element>) => void {
  let watched: ReadonlySet<Element> = new Set();
  const observer = new ResizeObserver(onMove);
  const onScroll = ({ target }: Event) => {
    if (target !== document && watched.size > 0) onMove();
  };
  hear(document, ['scroll'], onScroll, signal);
  signal.addEventListener('abort', () => observer.disconnect());

  return (bodies) => {
    const next = new Set(bodies);
    // What is above a post moves it without another size of its own, but not of the page.
    if (next.size > 0) next.add(document.documentElement).add(document.body);
    for (const element of watched) if (!next.has(element)) observer.unobserve(element);
    for (const element of next) if (!watched.has(element)) observer.observe(element);
    watched = next;
  };
}
