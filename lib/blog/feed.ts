import * as v from 'valibot';
import { FEED_ORIGIN } from './address.ts';
import { type FeedEntry, findEntry, wrapped } from './feed-entry.ts';
import { FeedError } from './feed-error.ts';
import { toIsoDate } from './iso-date.ts';
import { type ToPermalink, toPermalink } from './permalink.ts';

/** One answer of the blog's feed. */
export interface FeedPage {
  /** The posts that could be read. */
  entries: FeedEntry[];
  /** How many posts the blog says it has. */
  total: number | undefined;
  /** How many entries came, readable or not: where the next page begins. */
  received: number;
  /** When the blog was last changed, as it says. ISO 8601. */
  updated?: string;
}

/** A Blogger blog's feed: where it is asked for, and what tells the posts it leads to. */
export interface FeedSource {
  /** Without a slash at the end. */
  origin: string;
  toPermalink: ToPermalink;
}

/** The feed of the blog Waymark is made for. */
export const BLOG_FEED: FeedSource = { origin: FEED_ORIGIN, toPermalink };

const feedSchema = v.object({
  feed: v.object({
    updated: wrapped,
    openSearch$totalResults: wrapped,
    entry: v.nullish(v.array(v.unknown()), []),
  }),
});

/** Blogger never sent more than five hundred entries at once, and Waymark asks for fewer. */
export const MOST_ENTRIES = 500;

/**
 * The address of a part of the feed: the newest posts first. `start` counts from 1; the server may
 * send fewer than asked for.
 *
 * With `since`, an instant in ISO 8601, only posts updated then or later are asked for, the latest
 * update first: Blogger heeds `updated-min` in that order only.
 */
export function feedUrl(
  start: number,
  count: number,
  since?: string,
  origin = BLOG_FEED.origin,
): string {
  const query = `alt=json&start-index=${start}&max-results=${count}`;
  const order = since
    ? `orderby=updated&updated-min=${encodeURIComponent(since)}`
    : 'orderby=published';
  return `${origin}/feeds/posts/default?${query}&${order}`;
}

/**
 * Read an answer of the feed. Blogger leaves out what is empty, so that only the frame must be
 * there; an entry that leads to no post of the blog is counted in `received` and left out.
 *
 * @throws FeedError when the value is no Blogger feed, or holds more entries than any of them.
 */
export function parseFeed(value: unknown, read: ToPermalink = toPermalink): FeedPage {
  const result = v.safeParse(feedSchema, value);
  if (!result.success) {
    throw new FeedError({ code: 'notAFeed' }, { cause: new v.ValiError(result.issues) });
  }
  const { entry, openSearch$totalResults: total, updated: stamp } = result.output.feed;
  if (entry.length > MOST_ENTRIES) {
    const cause = new RangeError(`${entry.length} entries, of at most ${MOST_ENTRIES}`);
    throw new FeedError({ code: 'notAFeed' }, { cause });
  }
  const updated = toIsoDate(stamp ?? '');
  return {
    entries: entry.flatMap((raw) => findEntry(raw, read) ?? []),
    total: toCount(total),
    received: entry.length,
    ...(updated && { updated }),
  };
}

function toCount(text: string | undefined): number | undefined {
  const count = /^\d+$/.test(text?.trim() ?? '') ? Number(text) : undefined;
  return Number.isSafeInteger(count) ? count : undefined;
}
