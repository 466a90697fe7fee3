import { toPermalink } from '../../lib/blog/permalink.ts';
import { hear } from './hear.ts';
import { createTimer } from './timer.ts';

/** Who has had a post before them for so long has opened it to read. Milliseconds. */
const READING = 5000;

/**
 * Watch for a post's own page being before the reader: whenever one has been seen for a while,
 * without a break, it is told once.
 *
 * @returns A function to be called when the page may have become another post's.
 */
export function watchReading(
  document: Document,
  onReading: () => void,
  signal: AbortSignal,
): () => void {
  const timer = createTimer(signal);
  let address: string | undefined;
  const look = () => {
    const now = document.hidden ? undefined : toPermalink(document.location.href);
    if (now === address) return;
    address = now;
    timer.stop();
    if (now) timer.set(READING, onReading);
  };
  hear(document, ['visibilitychange'], look, signal);
  look();
  return look;
}
