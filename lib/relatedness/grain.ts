const GRAIN = 1e9;

/**
 * A score without its last digits: sums of the same products in another order differ by less, and
 * are then equal.
 */
export function withoutNoise(score: number): number {
  return Math.round(score * GRAIN) / GRAIN;
}
