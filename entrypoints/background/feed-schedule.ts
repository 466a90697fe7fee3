import type { FeedError } from '../../lib/blog/feed-error.ts';
import { createReading, type FeedReading } from '../../lib/blog/feed-reading.ts';
import type { FeedState, NewFeedState } from '../../lib/storage/feed-state.ts';
import { imposedPause, pauseAfter } from './backoff.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** The blog has a new post every few weeks. */
const STALE_AFTER = DAY;

/** What only a reading of all posts can notice, such as a post taken away, may wait so long. */
const WHOLE_AGAIN_AFTER = 30 * DAY;

/** A reading broken off longer ago than this begins anew. */
const RESUMABLE_FOR = 7 * DAY;

/** Who breaks a reading off is not bothered again for so long. */
const CANCELLED_FOR = 12 * HOUR;

/** No pause is longer, so that one which is was written under another clock. */
const LONGEST_PAUSE = DAY + HOUR;

/** How often the network is looked for, while there is none; asking costs nothing. */
const OFFLINE_PAUSE = 10 * 60 * 1000;

/** After so many failures in a row Waymark waits for the reader, or for the next half day. */
const GIVE_UP_AFTER = 6;

/** What outlasts one attempt. */
type Kept = Pick<FeedState, 'completed' | 'wholeAt' | 'since' | 'known' | 'reading'>;

/**
 * Whether the feed is to be read now. A reader who asks does not wait for staleness, nor for a pause
 * of Waymark's own making, but for one the server has asked for.
 */
export function isDue(state: FeedState | undefined, now: number, isAsked: boolean): boolean {
  if (!state) return true;
  const { status, retryAt = 0, isImposed = false, completed } = state;
  const isPaused = now < retryAt && retryAt - now <= LONGEST_PAUSE;
  if (isPaused && (isImposed || !isAsked)) return false;
  if (isAsked || status !== 'done' || completed === undefined) return true;
  return completed > now || now - completed >= STALE_AFTER;
}

/** Where to begin: where the last reading of all posts broke off, at updates only, or at the start. */
export function nextReading(state: FeedState | undefined, now: number): FeedReading {
  const { reading, since, wholeAt } = state ?? {};
  // Without a total nobody can tell whether the indexes still mean the same posts.
  if (reading?.total !== undefined && Math.abs(now - reading.started) < RESUMABLE_FOR) {
    return reading;
  }
  const isWholeKnown = wholeAt !== undefined && Math.abs(now - wholeAt) < WHOLE_AGAIN_AFTER;
  return createReading(now, isWholeKnown ? since : undefined);
}

/**
 * The state to write before the first request. One that is interrupted, by the browser or because
 * reading brings the worker down, counts as a failure: the second time it has to wait.
 */
export function stateAtStart(
  state: FeedState | undefined,
  reading: FeedReading,
  now: number,
  random: number,
): NewFeedState {
  const failures = (state?.failures ?? 0) + (state?.status === 'reading' ? 1 : 0);
  const waits = failures > 0 && { failures, retryAt: now + pauseAfter(failures, random) };
  return { ...keptOf(state), ...progressOf(reading), ...waits, status: 'reading' };
}

/** The state after a page; a reading of updates is too short to be gone on with. */
export function stateAfterPage(state: NewFeedState, reading: FeedReading): NewFeedState {
  const { reading: _, ...kept } = keptOf(state);
  const isWhole = reading.since === undefined;
  return { ...kept, ...progressOf(reading), ...(isWhole && { reading }), status: 'reading' };
}

/** How far a reading has come, for the reader. Of updates nobody knows how many there are. */
export function progressOf({ since, next, total }: FeedReading) {
  const received = total === undefined ? next - 1 : Math.min(next - 1, total);
  return { received, ...(since === undefined && total !== undefined && { total }) };
}

export function stateAfterFailure(
  state: NewFeedState,
  { failure, retryAfter }: FeedError,
  now: number,
  random: number,
): NewFeedState {
  const failures = (state.failures ?? 0) + 1;
  const isImposed = retryAfter !== undefined;
  const pause = isImposed
    ? imposedPause(retryAfter, failures, random)
    : pauseAfter(failures, random);
  return {
    ...keptOf(state),
    status: 'failed',
    received: state.received,
    failure,
    failures,
    retryAt: now + pause,
    ...(isImposed && { isImposed }),
  };
}

export function stateOffline(state: NewFeedState | undefined): NewFeedState {
  const { received = 0, failures } = state ?? {};
  const kept = keptOf(state);
  return { ...kept, status: 'offline', received, ...(failures !== undefined && { failures }) };
}

export function stateCancelled(state: NewFeedState, now: number): NewFeedState {
  const { received } = state;
  return { ...keptOf(state), status: 'cancelled', received, retryAt: now + CANCELLED_FOR };
}

/** When to try again unasked, in milliseconds since the epoch; undefined when not soon. */
export function retryTime({ status, retryAt, failures = 0 }: NewFeedState, now: number) {
  if (status === 'offline') return now + OFFLINE_PAUSE;
  return status === 'failed' && failures < GIVE_UP_AFTER ? retryAt : undefined;
}

function keptOf(state: NewFeedState | undefined): Kept {
  const { completed, wholeAt, since, known, reading } = state ?? {};
  return {
    ...(completed !== undefined && { completed }),
    ...(wholeAt !== undefined && { wholeAt }),
    ...(since !== undefined && { since }),
    ...(known !== undefined && { known }),
    ...(reading !== undefined && { reading }),
  };
}
