import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Pixels of a `rem` at normal text size: what drawings are laid out in. */
export const NORMAL_REM = 16;

/** What is assumed until the element has been measured. */
const FIRST_GUESS = 960;

/**
 * How wide an element is, in pixels at normal text size, so that what is drawn in it grows with the
 * reader's text and keeps within the window.
 */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(FIRST_GUESS);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const wide = Math.floor((element.clientWidth * NORMAL_REM) / (rem || NORMAL_REM));
      if (wide > 0) setWidth(wide);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
