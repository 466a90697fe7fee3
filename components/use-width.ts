import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Pixels of a `rem` at normal text size: what drawings are laid out in. */
export const NORMAL_REM = 16;

/** How wide an element is taken to be that has no width, since it is not shown. */
const UNSEEN = 960;

/**
 * How wide an element is, in pixels at normal text size, so that what is drawn in it grows with the
 * reader's text and keeps within the window. Undefined on the first rendering: to draw for a width
 * that was only guessed would have the browser lay out everything twice.
 */
export function useWidth(ref: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const wide = Math.floor((element.clientWidth * NORMAL_REM) / (rem || NORMAL_REM));
      setWidth((before) => wide || before || UNSEEN);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
