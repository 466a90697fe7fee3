import { type FeedEntry, feedUrl, parseFeed } from './feed.ts';

/** One page of the feed, and how far the reading has come with it. */
export interface FeedProgress {
  /** Entries of this page that no earlier page held. */
  entries: FeedEntry[];
  /** How many entries the blog has sent so far, readable or not. */
  received: number;
  /** How many posts the blog says it has. */
  total: number | undefined;
}

export interface FeedPagesOptions {
  fetchJson: (url: string) => Promise<unknown>;
  signal?: AbortSignal;
  /** How many entries to ask for at a time. */
  pageSize?: number;
}

/** What Blogger has allowed most of the time; a server that sends fewer is asked more often. */
const PAGE_SIZE = 150;

/** A feed that never ends is broken or hostile: at 25 entries a page this still reads a thousand. */
const MAX_PAGES = 40;

/**
 * Read the blog's feed page by page, from the newest post to the oldest.
 *
 * The next page begins after the entries *received*, since the server's own limit is unknown and
 * its `next` links lead to a host Waymark does not ask. Reading stops at the total the blog gives or
 * at an empty page. When a post is published meanwhile, an entry comes twice; it is given once.
 *
 * @throws FeedError when an answer is no feed, the signal's reason when aborted, and whatever
 *   `fetchJson` throws.
 */
export async function* listFeedEntries({
  fetchJson,
  signal,
  pageSize = PAGE_SIZE,
}: FeedPagesOptions): AsyncGenerator<FeedProgress, void, undefined> {
  const seen = new Set<string>();
  let received = 0;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    signal?.throwIfAborted();
    const page = parseFeed(await fetchJson(feedUrl(received + 1, pageSize)));
    signal?.throwIfAborted();
    received += page.received;
    const entries = page.entries.filter(({ id }) => !seen.has(id) && seen.add(id));
    yield { entries, received, total: page.total };
    if (page.received === 0 || (page.total !== undefined && received >= page.total)) return;
  }
}
