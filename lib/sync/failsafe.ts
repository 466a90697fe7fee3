/** A sync that would take away more than this many annotations is not done unasked. */
const MOST = 100;

/** Nor one that would take away more than this part of them. */
const LARGEST_PART = 0.2;

/** One of three annotations is a third of them, and no cause for alarm. */
const FEW = 10;

/**
 * Whether removing so many annotations looks like an accident: more than 100, or more than a fifth
 * of those there are, unless they are fewer than ten.
 */
export function isAlarming(removed: number, present: number): boolean {
  if (removed > MOST) return true;
  return removed >= FEW && removed > present * LARGEST_PART;
}
