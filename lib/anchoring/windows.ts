import type { Band } from './align.ts';
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

/** A word of the pattern: the rarer and longer, the heavier is its say on where that begins. */
interface Seed {
  start: number;
  places: readonly number[];
  weight: number;
}

/** Votes from the first up to the last of a list, and what they weigh together. */
interface Cluster {
  first: number;
  last: number;
  weight: number;
}

/** A vote is one number, which sorts by where the pattern would begin: that, and who votes. */
const VOTERS = 1024;
const beginOf = (vote: number) => Math.floor(vote / VOTERS);

/**
 * The stretches of text most likely to hold the pattern, changed: its words vote for where it
 * would begin, and votes close together make a window wide enough for all of them.
 */
export function likelyWindows(prepared: PreparedText, pattern: string): Window[] {
  const seeds = seedsOf(prepared, pattern);
  const votes = collectVotes(seeds);
  const reach = 48 + (pattern.length >> 2);
  const clusters = clustersOf(votes, seeds, reach).sort((a, b) => b.weight - a.weight);
  const begin = (index: number) => beginOf(votes[index] as number);
  const chosen: Cluster[] = [];
  for (const cluster of clusters) {
    if (chosen.length === MOST_WINDOWS) break;
    if (cluster.weight < WORTH_LOOKING * (chosen[0] ?? cluster).weight) break;
    const isNear = ({ first, last }: Cluster) =>
      begin(cluster.first) <= begin(last) + reach && begin(first) <= begin(cluster.last) + reach;
    if (!chosen.some(isNear)) chosen.push(cluster);
  }
  return chosen.map(({ first, last }) => {
    const within = votes.subarray(first, last + 1);
    const [agreed] = clustersOf(within, seeds, AGREED).sort((a, b) => b.weight - a.weight);
    const start = Math.max(begin(first) - MARGIN, 0);
    const bandOf = (from: number, to: number, margin: number) => ({
      from: from - margin - start,
      to: to + margin - start,
    });
    return {
      start,
      end: Math.min(begin(last) + pattern.length + MARGIN, prepared.text.length),
      begin: bandOf(begin(first), begin(last), MARGIN),
      likely: bandOf(
        begin(first + (agreed as Cluster).first),
        begin(first + (agreed as Cluster).last),
        AGREED_MARGIN,
      ),
    };
  });
}

/** For every vote, it and those before it within reach. */
function clustersOf(votes: Float64Array, seeds: readonly Seed[], reach: number): Cluster[] {
  const clusters: Cluster[] = [];
  const weightOf = (vote: number) => (seeds[vote - beginOf(vote) * VOTERS] as Seed).weight;
  let first = 0;
  let weight = 0;
  votes.forEach((vote, last) => {
    weight += weightOf(vote);
    while (beginOf(vote) - beginOf(votes[first] as number) > reach) {
      weight -= weightOf(votes[first] as number);
      first += 1;
    }
    clusters.push({ first, last, weight });
  });
  return clusters;
}

/** The words of the pattern that the text has, the rarest first. */
function seedsOf(prepared: PreparedText, pattern: string): Seed[] {
  return wordsOf(pattern)
    .map(({ key, start }) => {
      const places = prepared.placesOf(key);
      return { start, places, weight: Math.log(prepared.text.length / places.length) };
    })
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length);
}

function collectVotes(seeds: readonly Seed[]): Float64Array {
  const votes: number[] = [];
  for (const [voter, { start, places }] of seeds.entries()) {
    if (votes.length > 0 && votes.length + places.length > MOST_VOTES) break;
    for (const place of places.slice(0, MOST_VOTES)) {
      votes.push((place - start) * VOTERS + voter);
    }
  }
  return Float64Array.from(votes).sort();
}
