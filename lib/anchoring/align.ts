import { type Alignment, alignWithin, type Band } from './align-within.ts';

/**
 * Align a pattern with the part of a text where it fits best within the band; whoever calls keeps
 * both short.
 *
 * A narrower band is tried first. What is found there stands where only small edits are in it, or
 * where it scores less than the floor; not where it runs along an edge, as it does where it would
 * have gone further.
 */
export function align(
  pattern: string,
  text: string,
  band: Band,
  likely: Band,
  floor: number,
): Alignment {
  return (
    alignWithin(pattern, text, likely, floor) ??
    (alignWithin(pattern, text, band, Number.POSITIVE_INFINITY) as Alignment)
  );
}
