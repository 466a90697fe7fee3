import { floorOf } from './floors.ts';

/** How far above the upper quartile, in ranges between quartiles, a mean cosine is a hub's. */
const FENCE = 2;
/** How steeply what lies beyond the fence is marked down. */
const STEEPNESS = 2;

/**
 * What to multiply each post's scores by, so that one which is a little like everything (a long
 * one, a list of links, a glossary) does not stand in everyone's list: 1, and less for a hub.
 *
 * A post whose mean cosine with all lies far outside of what the others have (Tukey's fence) is
 * marked down by how far. Correcting every post by its mean, as centring and local scaling do,
 * made lists worse on every corpus it was tried on. Nor is a post a hub as long as its mean would
 * not put it above the floor in a third of the lists, leaving room for one copy of itself.
 *
 * @see https://doi.org/10.18653/v1/D13-1058 for hubs and centring
 */
export function hubFactors(
  means: Float64Array,
  isPresent: (number: number) => boolean,
): Float64Array {
  const sorted = means.filter((_, number) => isPresent(number)).sort();
  const size = sorted.length;
  const quartile = (quarters: number) => sorted[Math.floor((size * quarters) / 4)] ?? 0;
  const upper = quartile(3);
  const least = floorOf(size) / 3 + 1 / size;
  const fence = Math.max(least, upper + FENCE * (upper - quartile(1)));
  return means.map((mean) => (mean > fence ? (fence / mean) ** STEEPNESS : 1));
}
