import { BLOG_FEED, type FeedSource, feedUrl, parseFeed } from './feed.ts';
import { type FeedReading, type FeedStep, takePage } from './feed-reading.ts';
import type { FetchOptions, Validators } from './fetch-answer.ts';
import type { JsonAnswer } from './fetch-json.ts';

/** An answer of the feed by which the next one from that address can be recognized. */
export interface KnownAnswer {
  url: string;
  validators: Validators;
}

export interface ReadFeedOptions {
  fetchJson: (url: string, options: FetchOptions) => Promise<JsonAnswer>;
  /** The time, in milliseconds since the epoch. */
  now: () => number;
  signal?: AbortSignal;
  /** The answer to the first request for updates last time. */
  known?: KnownAnswer | undefined;
  /** How many entries to ask for at a time. */
  pageSize?: number;
  /** Whose feed it is: the blog's unless given. */
  source?: FeedSource;
}

/** A step of the reading, and what to recognize the first answer by. */
export interface ReadStep extends FeedStep {
  known?: KnownAnswer;
}

/** What Blogger has allowed most of the time; a server that sends fewer is asked more often. */
const PAGE_SIZE = 150;

/**
 * Read the blog's feed page by page from where a reading has come, to its end. Each step should be
 * kept before the next is asked for, so that an interruption costs one page at most.
 *
 * @throws FeedError when an answer is no feed or the feed is unsteady, the signal's reason when
 *   aborted, and whatever `fetchJson` throws.
 */
export async function* readFeed(
  from: FeedReading,
  { fetchJson, now, signal, known, pageSize = PAGE_SIZE, source = BLOG_FEED }: ReadFeedOptions,
): AsyncGenerator<ReadStep, void, undefined> {
  let reading = from;
  for (;;) {
    signal?.throwIfAborted();
    const url = feedUrl(reading.next, pageSize, reading.since, source.origin);
    const validators = known?.url === url ? known.validators : undefined;
    const answer = await fetchJson(url, { signal, validators });
    signal?.throwIfAborted();
    if (!answer.changed) {
      const { since } = reading;
      yield { entries: [], reading, end: { isWhole: false, ...(since && { since }) } };
      return;
    }
    const isFirst = reading.next === 1 && reading.since !== undefined;
    const step = takePage(reading, parseFeed(answer.value, source.toPermalink), now());
    yield { ...step, ...(isFirst && { known: { url, validators: answer.validators } }) };
    if (step.end) return;
    reading = step.reading;
  }
}
