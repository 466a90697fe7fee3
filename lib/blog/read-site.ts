import { FeedError } from './feed-error.ts';
import type { FeedReading } from './feed-reading.ts';
import type { SiteFetch } from './fetch-of-site.ts';
import { findFeeds } from './find-feeds.ts';
import type { KnownAnswer, ReadFeedOptions, ReadStep } from './read-feed.ts';
import { readFeed } from './read-feed.ts';
import { readSitemap, type SitemapOptions } from './read-sitemap.ts';
import type { Site } from './site.ts';
import { toBloggerPermalinkOn, toPermalinkOn } from './site-permalink.ts';
import { findXmlEntry } from './xml-entry.ts';
import { parseXmlList } from './xml-feed.ts';

export interface ReadSiteOptions
  extends Pick<ReadFeedOptions, 'now' | 'signal' | 'known'>,
    Pick<SitemapOptions, 'isKnown' | 'pause'> {
  fetch: SiteFetch;
}

/**
 * Read the posts of a site that the reader has added: from Blogger's feed where it is one of
 * Blogger's, else from the RSS or Atom feed that its front page names, or that lies where feeds
 * usually do; where there is none, from the pages that its sitemap lists.
 *
 * @throws FeedError when there is none of these, or it cannot be read; the signal's reason when
 *   aborted.
 */
export async function* readSite(
  site: Site,
  from: FeedReading,
  options: ReadSiteOptions,
): AsyncGenerator<ReadStep, void, undefined> {
  const { fetch, now, signal, known } = options;
  if (known && !isBloggers(known)) {
    const step = await findStep(known.url, site, from, options).catch(refuseOnly);
    if (step) return yield step;
  }
  const front = await fetch.fetchText(`https://${site}/`, { signal });
  const { isBlogger, feeds } = findFeeds(front.changed ? front.text : '', site);
  if (isBlogger) {
    const source = { origin: `https://${site}`, toPermalink: toBloggerPermalinkOn(site) };
    yield* readFeed(from, { fetchJson: fetch.fetchJson, now, signal, known, source });
    return;
  }
  for (const url of feeds) {
    const step = await findStep(url, site, from, options).catch(refuseOnly);
    if (step) return yield step;
  }
  yield* readSitemap(site, from, options);
}

/** What a feed holds; undefined when it holds no posts of the site. */
async function findStep(
  url: string,
  site: Site,
  from: FeedReading,
  { fetch, signal, known }: ReadSiteOptions,
): Promise<ReadStep | undefined> {
  const validators = known?.url === url ? known.validators : undefined;
  const answer = await fetch.fetchText(url, { signal, validators });
  signal?.throwIfAborted();
  if (!answer.changed) return { entries: [], reading: from, end: { isWhole: false } };
  const { kind, entries: raw } = parseXmlList(answer.text);
  if (kind !== 'feed') return undefined;
  const entries = raw.flatMap((one) => findXmlEntry(one, toPermalinkOn(site), url) ?? []);
  if (entries.length === 0) return undefined;
  const seen = entries.map(({ id, post }) => [id, post.permalink] satisfies [string, unknown]);
  return {
    entries,
    reading: { ...from, next: entries.length + 1, pages: 1, total: entries.length, seen },
    // A feed holds the latest posts: of the others it says nothing.
    end: { isWhole: false },
    known: { url, validators: answer.validators },
  };
}

/** An address that is refused, or holds something else, may be followed by a better one. */
function refuseOnly(error: unknown): undefined {
  const code = error instanceof FeedError ? error.failure.code : undefined;
  if (code === 'refused' || code === 'notAFeed' || code === 'redirected') return undefined;
  throw error;
}

function isBloggers({ url }: KnownAnswer): boolean {
  return new URL(url).pathname === '/feeds/posts/default' && url.includes('alt=json');
}
