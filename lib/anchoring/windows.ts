import type { Band } from './align-within.ts';
import type { PreparedText } from './prepared-text.ts';
import type { Span } from './span.ts';
import { wordsOf } from './words.ts';

/** A stretch of text where a pattern may be, and where in it the pattern may begin. */
export interface Window extends Span {
  begin: Band;
  /** Where in it the pattern most likely begins. */
  likely: Band;
}

/** Rare words are looked up first, until so many places have been named. */
const MOST_VOTES = 768;
/** Only the likeliest windows are looked into. */
const MOST_WINDOWS = 3;
/** A window with less than this share of the best one's votes is not worth a look. */
const WORTH_LOOKING = 0.4;
/** Text on both sides of where the words point, for what was inserted or lost at the edges. */
const MARGIN = 24;

/** Votes this near each other agree, but for small edits between the words. Units. */
const AGREED = 12;
const AGREED_MARGIN = 6;

/** A word's say on where the pattern begins: the rarer and longer the word, the heavier. */
interface Vote {
  begin: number;
  weight: number;
}

/** Votes for the places from the first to the last, and what they weigh together. */
interface Cluster {
  first: number;
  last: number;
  weight: number;
}

/**
 * The stretches of text most likely to hold the pattern, changed: its words vote for where it
 * would begin, and votes close together make a window wide enough for all of them.
 */
export function likelyWindows(prepared: PreparedText, pattern: string): Window[] {
  const votes = collectVotes(prepared, pattern).sort((a, b) => a.begin - b.begin);
  const reach = 48 + (pattern.length >> 2);
  const chosen: Cluster[] = [];
  for (const cluster of clustersOf(votes, reach)) {
    if (chosen.length === MOST_WINDOWS) break;
    if (cluster.weight < WORTH_LOOKING * (chosen[0] ?? cluster).weight) break;
    const isNear = ({ first, last }: Cluster) =>
      cluster.first <= last + reach && first <= cluster.last + reach;
    if (!chosen.some(isNear)) chosen.push(cluster);
  }
  return chosen.map((cluster) => {
    const { first, last } = cluster;
    const within = votes.filter(({ begin }) => begin >= first && begin <= last);
    const [agreed = cluster] = clustersOf(within, AGREED);
    const start = Math.max(first - MARGIN, 0);
    return {
      start,
      end: Math.min(last + pattern.length + MARGIN, prepared.text.length),
      begin: { from: first - MARGIN - start, to: last + MARGIN - start },
      likely: {
        from: agreed.first - AGREED_MARGIN - start,
        to: agreed.last + AGREED_MARGIN - start,
      },
    };
  });
}

/** For every vote, it and those before it within reach; the heaviest first. */
function clustersOf(votes: readonly Vote[], reach: number): Cluster[] {
  let from = 0;
  let weight = 0;
  return votes
    .map(({ begin: last, weight: own }) => {
      weight += own;
      for (; last - (votes[from] as Vote).begin > reach; from += 1) {
        weight -= (votes[from] as Vote).weight;
      }
      return { first: (votes[from] as Vote).begin, last, weight };
    })
    .sort((a, b) => b.weight - a.weight);
}

function collectVotes(prepared: PreparedText, pattern: string): Vote[] {
  const seeds = wordsOf(pattern)
    .map(({ key, start }) => ({ start, places: prepared.placesOf(key) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length);
  const votes: Vote[] = [];
  for (const { start, places } of seeds) {
    if (votes.length > 0 && votes.length + places.length > MOST_VOTES) break;
    const weight = Math.log(prepared.text.length / places.length);
    for (const place of places.slice(0, MOST_VOTES)) votes.push({ begin: place - start, weight });
  }
  return votes;
}
