import { milliseconds } from '../bench/measure.ts';
import type { Surface } from '../e2e/driver/surface.ts';

/** Tells how long each of some acts took, and how long a page could not answer meanwhile. */
export interface Stopwatch {
  /** Do it, and note how long it took by the clock. */
  time<T>(what: string, act: () => Promise<T>): Promise<T>;
  /** Note the longest that a page of Waymark's has worked so far without a pause. */
  noteLongest(what: string, page: Surface): Promise<void>;
  /** All that was noted, in a sentence's half. */
  said(): string;
}

export function createStopwatch(log: (line: string) => void): Stopwatch {
  const noted: string[] = [];
  const note = (line: string) => {
    noted.push(line);
    log(line);
  };
  return {
    async time(what, act) {
      const began = performance.now();
      const outcome = await act();
      note(`${what} ${milliseconds(performance.now() - began)}`);
      return outcome;
    },
    async noteLongest(what, page) {
      note(`${what} ${milliseconds(await page.evaluate(longestTask))}`);
    },
    said: () => noted.join(', '),
  };
}

/** Milliseconds; less than 50 is no long task, and not told. Sent to a page as text. */
function longestTask(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(Math.max(...list.getEntries().map(({ duration }) => duration)));
    });
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => resolve(50), 200);
  });
}
