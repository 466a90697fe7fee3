/** Pauses between attempts, in milliseconds: a worker that was being killed is back in a moment. */
const PAUSES = [0, 250, 1000, 3000];

/**
 * Try until it succeeds, with a pause before each further attempt: what is tried must be safe to
 * do twice, since an attempt may have worked and only its answer been lost.
 *
 * @throws what the last attempt threw.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = delay,
): Promise<T> {
  let failure: unknown;
  for (const pause of PAUSES) {
    if (pause > 0) await wait(pause);
    try {
      return await attempt();
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
