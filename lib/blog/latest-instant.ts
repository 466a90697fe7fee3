/**
 * The latest of some instants in ISO 8601 that is no later than the bound, in UTC; undefined when
 * there is none. Those that cannot be read are passed over.
 *
 * @param bound in milliseconds since the epoch.
 */
export function findLatest(
  instants: readonly (string | undefined)[],
  bound: number,
): string | undefined {
  const times = instants.map((instant) => Date.parse(instant ?? ''));
  const latest = times.filter((time) => time <= bound).reduce((a, b) => Math.max(a, b), -Infinity);
  return Number.isFinite(latest) ? new Date(latest).toISOString() : undefined;
}
