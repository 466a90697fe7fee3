import { BLOG } from '../blog/address.ts';
import type { FeedFailure } from '../blog/feed-error.ts';
import type { FeedReading } from '../blog/feed-reading.ts';
import type { KnownAnswer } from '../blog/read-feed.ts';
import type { Site } from '../blog/site.ts';

/** Under which the state of a feed is kept. */
export type FeedKey = 'feed' | `feed of ${Site}`;

/** The key of a site's; the blog's, when none is named. */
export function toFeedKey(site: Site = BLOG.host): FeedKey {
  return site === BLOG.host ? 'feed' : `feed of ${site}`;
}

/**
 * How the last reading of the blog's feed went, or how far this one is. Nothing in it is in any
 * language. Instants are milliseconds since the epoch unless said otherwise.
 */
export interface FeedState {
  /** The blog's, or that of a site which the reader has added. */
  key: FeedKey;
  /**
   * A state of `reading` outlives the reader of it that was interrupted. `offline` is no failure:
   * there was no network to try.
   */
  status: 'reading' | 'done' | 'failed' | 'offline' | 'cancelled';
  /** Entries received, and how many the blog says there are; while only updates are read, none. */
  received: number;
  total?: number;
  /** Why it failed, when it did. */
  failure?: FeedFailure;
  /** When this was written. */
  at: number;
  /** When the last reading began that came to its end: what is known is at least as new as this. */
  completed?: number;
  /** The same of the last reading of all posts. */
  wholeAt?: number;
  /** From where the next reading need look only at what was updated. ISO 8601. */
  since?: string;
  /** The answer to the last request for updates. */
  known?: KnownAnswer;
  /** The reading of all posts that has not come to its end. */
  reading?: FeedReading;
  /** Attempts that failed since one page came. */
  failures?: number;
  /** Not to be tried again before. */
  retryAt?: number;
  /** Whether that was the server's wish, which the reader cannot waive. */
  isImposed?: boolean;
}

/** The state as it is written: when that is, is added. */
export type NewFeedState = Omit<FeedState, 'key' | 'at'>;

/** As it was written by the first version, which stored a sentence instead of a reason. */
type StoredFeedState = FeedState & { error?: string };

/** A stored state in today's shape. */
export function toFeedState(stored: StoredFeedState): FeedState {
  const { error, ...state } = stored;
  return error === undefined ? state : { ...state, failure: { code: 'failed' } };
}
