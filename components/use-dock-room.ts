import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What style sheets call the height of what sticks to the bottom of the window. */
const HEIGHT = '--dock';

/**
 * Tells style sheets how high something is that sticks to the bottom of the window, for their
 * `scroll-padding`, and moves what has the focus out from behind it when it grows.
 */
export function useDockRoom(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current;
    if (!element || !('ResizeObserver' in window)) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty(HEIGHT, `${element.offsetHeight}px`);
      const focused = document.activeElement;
      if (focused && focused !== document.body && !element.contains(focused)) {
        focused.scrollIntoView({ block: 'nearest' });
      }
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(HEIGHT);
    };
  }, [dock]);
}
