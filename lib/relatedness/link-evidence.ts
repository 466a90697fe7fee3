import type { Corpus } from './corpus.ts';
import { withoutNoise } from './grain.ts';
import type { LinkGraph } from './links.ts';
import type { Ranked } from './nearest.ts';

/** Of the posts nearest to one, so many are asked what they are linked with. */
const MOST_WITNESSES = 20;

/** In a small blog the twentieth is not near: no more than this share of its posts is asked. */
const WITNESS_SHARE = 0.25;

/** How many of so many posts are asked what they are linked with. */
export function witnessCountOf(size: number): number {
  return Math.min(MOST_WITNESSES, Math.ceil(size * WITNESS_SHARE));
}

/** What a post says that is as near as any and linked with nothing else. */
const WORTH = 0.5;

/**
 * What the links of *other* posts say: who is linked with a post's neighbours is likely to belong
 * with it, too (bibliographic coupling and co-citation, by one step from each neighbour).
 *
 * A post says the more the nearer it is, and the less the more it is linked with. What the author
 * has linked with the post asked about says as much as the nearest. Scores are brought nearer to
 * one by what is said, so they stay below it; a post that shares no word with the one asked about
 * has a score of 0 and keeps it.
 *
 * @param witnesses the nearest posts, the nearest first
 */
export function heedLinks(
  { findPost, findNumber }: Corpus,
  links: Pick<LinkGraph, 'linkedWith'>,
  asked: number,
  witnesses: readonly Ranked[],
  scores: Float64Array,
): Float64Array {
  const linkedWith = (number: number): number[] => {
    const post = findPost(number);
    if (!post) return [];
    const others = Array.from(links.linkedWith(post.permalink).keys());
    return others.flatMap((other) => findNumber(other) ?? []);
  };
  const best = witnesses[0]?.score ?? 0;
  const trust = new Map<number, number>();
  for (const { number, score } of witnesses) trust.set(number, score * Math.sqrt(score / best));
  for (const number of linkedWith(asked)) trust.set(number, best);

  const said = new Map<number, number>();
  for (const [witness, trusted] of trust) {
    const others = linkedWith(witness).filter((other) => other !== asked);
    const share = (WORTH * trusted) / Math.sqrt(others.length + 1);
    for (const other of others) said.set(other, (said.get(other) ?? 0) + share);
  }
  const heeded = scores.slice();
  for (const [number, sum] of said) {
    const score = scores[number] as number;
    if (score > 0) heeded[number] = withoutNoise(score + (1 - score) * Math.min(1, sum));
  }
  return heeded;
}
