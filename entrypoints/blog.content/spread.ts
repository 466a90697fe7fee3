/**
 * Where things of one height stand in a column so that none overlaps another: each where it belongs,
 * or as little below as those before it leave room for.
 *
 * @param tops Where they belong, from the top of the column down.
 */
export function spread(tops: readonly number[], height: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return tops.map((top) => {
    const placed = Math.max(top, free);
    free = placed + height;
    return placed;
  });
}
