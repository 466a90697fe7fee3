const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The first pause after a failure; each further one is twice as long, up to the last. */
const FIRST = MINUTE;
const LONGEST = 12 * HOUR;

/** A server may ask for patience, not for ever. */
const LONGEST_IMPOSED = 24 * HOUR;

/**
 * How long to wait after so many failures in a row, in milliseconds: between half and all of a time
 * that doubles, so that readers who failed together do not all come back together.
 *
 * @param random a number from 0 up to 1.
 */
export function pauseAfter(failures: number, random: number): number {
  if (failures <= 0) return 0;
  const longest = Math.min(FIRST * 2 ** (failures - 1), LONGEST);
  return Math.round(longest * (0.5 + random / 2));
}

/** The same when the server has said how long it wants to be left alone. */
export function imposedPause(retryAfter: number, failures: number, random: number): number {
  return Math.max(Math.min(retryAfter, LONGEST_IMPOSED), pauseAfter(failures, random));
}
