import type { FeedPage } from './feed.ts';
import type { FeedEntry } from './feed-entry.ts';
import { FeedError } from './feed-error.ts';
import { findLatest } from './latest-instant.ts';
import type { Permalink } from './permalink.ts';

/** Where a reading of the feed has come: all that is needed to go on with it another day. */
export interface FeedReading {
  /** Only posts updated then or later are read; absent when all are. ISO 8601. */
  since?: string;
  /** In milliseconds since the epoch. */
  started: number;
  /** The index of the entry to ask for next, from 1. */
  next: number;
  /** How many pages have come. */
  pages: number;
  /** How often it began again because posts came or went meanwhile. */
  startOvers: number;
  /** How many posts there are, as the first page said. */
  total?: number;
  /** When the blog was last changed, as the first page said. ISO 8601. */
  stamp?: string;
  /** The latest update among the posts read that is no later than the stamp. ISO 8601, in UTC. */
  newest?: string;
  /** Ids and permalinks of the posts read. */
  seen: [id: string, permalink: Permalink][];
  /** Whether a later page repeated posts of an earlier one. */
  repeats: boolean;
}

/** What a page of the feed means for the reading. */
export interface FeedStep {
  /** The posts that no earlier page held. */
  entries: FeedEntry[];
  reading: FeedReading;
  /** Present when the reading has come to its end. */
  end?: FeedEnd;
}

export interface FeedEnd {
  /** Whether every post of the blog was seen, so that one that was not is not there any more. */
  isWhole: boolean;
  /** Whether the blog was changed while all of it was read: its updates are to be read at once. */
  isOutdated?: boolean;
  /** From where the next reading need look only at what was updated; absent when dates fail. */
  since?: string;
}

/** A feed that never ends is broken or hostile: at 25 entries a page this still reads a thousand. */
const MAX_PAGES = 40;

/** A blog that changes once a month does not change four times in a minute. */
const MAX_START_OVERS = 3;

/** Clocks differ, but not by more than this. Milliseconds. */
const CLOCK_SKEW = 24 * 60 * 60 * 1000;

/** A reading that has yet to begin: of all posts, or of those updated since an instant. */
export function createReading(started: number, since?: string): FeedReading {
  return {
    ...(since !== undefined && { since }),
    started,
    next: 1,
    pages: 0,
    startOvers: 0,
    seen: [],
    repeats: false,
  };
}

/**
 * Take in the next page.
 *
 * The page after it begins after the entries *received*, since the server's own limit is unknown
 * and its `next` links lead to a host Waymark does not ask. When the number of posts has changed
 * since the first page, the indexes mean other posts now and the reading begins again; what it has
 * read is kept all the same. It ends at the total, at an empty page, at one that holds nothing new,
 * and after forty pages.
 *
 * @throws FeedError when it would begin again once too often.
 */
export function takePage(reading: FeedReading, page: FeedPage, now: number): FeedStep {
  const { total } = page;
  if (hasChanged(reading, total)) return startOver(reading, page);
  const known = new Set(reading.seen.map(([id]) => id));
  const isRepeated = page.entries.some(({ id }) => known.has(id));
  const entries = page.entries.filter(({ id }) => !known.has(id) && known.add(id));
  const stamp = reading.next === 1 ? page.updated : reading.stamp;
  // What was changed after the first page came may be on a page already read, so that the next
  // reading must ask for it; and a date to come would keep all others from being asked for.
  const bound = Math.min(now + CLOCK_SKEW, Date.parse(stamp ?? '') || Number.POSITIVE_INFINITY);
  const newest = findLatest([reading.newest, ...entries.map(({ updated }) => updated)], bound);
  const taken: FeedReading = {
    ...reading,
    next: reading.next + page.received,
    pages: reading.pages + 1,
    ...(total !== undefined && { total }),
    ...(stamp !== undefined && { stamp }),
    ...(newest !== undefined && { newest }),
    seen: [...reading.seen, ...entries.map(seenOf)],
    repeats: reading.repeats || isRepeated,
  };
  return {
    entries,
    reading: taken,
    ...(isEnd(taken, page, entries) && { end: endOf(taken, page) }),
  };
}

function hasChanged(reading: FeedReading, total: number | undefined): boolean {
  return total !== undefined && reading.total !== undefined && total !== reading.total;
}

function startOver(reading: FeedReading, { entries }: FeedPage): FeedStep {
  const startOvers = reading.startOvers + 1;
  if (startOvers > MAX_START_OVERS) throw new FeedError({ code: 'unsteady' });
  const { started, since, pages } = reading;
  return { entries, reading: { ...createReading(started, since), startOvers, pages } };
}

function seenOf({ id, post }: FeedEntry): [string, Permalink] {
  return [id, post.permalink];
}

function isEnd(taken: FeedReading, page: FeedPage, fresh: readonly FeedEntry[]): boolean {
  const { since, total, next, pages } = taken;
  if (page.received === 0 || pages >= MAX_PAGES) return true;
  if (total !== undefined && next > total) return true;
  // A server that does not heed where to begin would send the same page for ever.
  if (page.entries.length > 0 && fresh.length === 0) return true;
  // Nor need one that does not heed `updated-min` be read to its end.
  return since !== undefined && page.entries.some(({ updated }) => isBefore(updated, since));
}

function isBefore(updated: string | undefined, since: string): boolean {
  return updated !== undefined && Date.parse(updated) < Date.parse(since);
}

function endOf(taken: FeedReading, { updated }: FeedPage): FeedEnd {
  const { since: before, newest, total, next, repeats, stamp } = taken;
  const isWhole = before === undefined && total !== undefined && next > total && !repeats;
  const since = findLatest([before, newest], Number.POSITIVE_INFINITY);
  const isOutdated = before === undefined && updated !== stamp;
  return { isWhole, ...(isOutdated && { isOutdated }), ...(since !== undefined && { since }) };
}
