import { setTimeout } from 'node:timers/promises';

/** Milliseconds a reader would wait before thinking that nothing will happen. */
const PATIENCE = 10_000;
const PAUSE = 40;

/**
 * Look again and again until there is something to see, and answer it: anything but `undefined`
 * and `false`.
 *
 * @param what completes the sentence “Waited in vain for …”, and may do so at the end.
 * @throws Error when nothing is to be seen in time.
 */
export async function waitFor<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined | false>,
  patience = PATIENCE,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) {
      const said = typeof what === 'string' ? what : what();
      throw new Error(`Waited in vain for ${said} (${patience} ms)`);
    }
    await setTimeout(PAUSE);
  }
}
