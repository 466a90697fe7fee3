import { findHtmlArticle } from './article-html.ts';
import { FeedError } from './feed-error.ts';
import type { FeedReading } from './feed-reading.ts';
import type { SiteFetch } from './fetch-of-site.ts';
import type { Permalink } from './permalink.ts';
import type { ReadStep } from './read-feed.ts';
import type { Site } from './site.ts';
import { toPermalinkOn } from './site-permalink.ts';
import { toDate } from './xml-entry.ts';
import { parseXmlList, type XmlList } from './xml-feed.ts';

export interface SitemapOptions {
  fetch: SiteFetch;
  signal?: AbortSignal | undefined;
  /** Whether a page was read already, so that it need not be again. */
  isKnown: (permalink: Permalink) => Promise<boolean>;
  /** Wait between two pages: nobody is in a hurry, and the server is not ours. */
  pause: () => Promise<void>;
}

/** How many pages are read at a time, and from how many sitemaps. */
const MOST_PAGES = 40;
const MOST_SITEMAPS = 3;

/** A page of prose is not larger. Bytes. */
const LARGEST_PAGE = 4 * 1024 * 1024;

/**
 * Read the posts of a site from the pages that its sitemap lists, the latest first, as many as
 * one may ask of a server at once and has not yet; the others come another day.
 *
 * @throws FeedError when there is no sitemap; the signal's reason when aborted.
 */
export async function* readSitemap(
  site: Site,
  from: FeedReading,
  { fetch, signal, isKnown, pause }: SitemapOptions,
): AsyncGenerator<ReadStep, void, undefined> {
  const toPermalink = toPermalinkOn(site);
  const pages: Permalink[] = [];
  for (const permalink of await listPages(site, fetch, signal)) {
    if (pages.length < MOST_PAGES && !(await isKnown(permalink))) pages.push(permalink);
  }
  const total = pages.length;
  for (const [index, permalink] of pages.entries()) {
    const answer = await fetch
      .fetchText(permalink, { signal, maxBytes: LARGEST_PAGE })
      .catch(passOver);
    const post = answer?.changed ? findHtmlArticle(answer.text, permalink, toPermalink) : undefined;
    const reading = { ...from, next: index + 2, pages: index + 1, total };
    yield { entries: post ? [{ id: permalink, post }] : [], reading };
    await pause();
    signal?.throwIfAborted();
  }
  yield { entries: [], reading: { ...from, next: total + 1, total }, end: { isWhole: false } };
}

async function listPages(
  site: Site,
  { fetchText }: SiteFetch,
  signal: AbortSignal | undefined,
): Promise<Permalink[]> {
  const toPermalink = toPermalinkOn(site);
  const read = async (url: string): Promise<XmlList> => {
    const answer = await fetchText(url, { signal });
    return answer.changed ? parseXmlList(answer.text) : { kind: 'sitemap', entries: [] };
  };
  const first = await read(`https://${site}/sitemap.xml`);
  const lists = [first];
  if (first.kind === 'sitemaps') {
    const further = first.entries.flatMap(({ links }) => toPermalink(links[0]?.href ?? '') ?? []);
    // Sites that sort their sitemaps have one for posts.
    const ofPosts = further.toSorted((a, b) => Number(/post/.test(b)) - Number(/post/.test(a)));
    for (const url of ofPosts.slice(0, MOST_SITEMAPS)) lists.push(await read(url));
  }
  const lines = lists.filter(({ kind }) => kind === 'sitemap').flatMap(({ entries }) => entries);
  if (lines.length === 0) throw new FeedError({ code: 'notAFeed' });
  const dated = lines.flatMap(({ links, fields }) => {
    const permalink = toPermalink(links[0]?.href ?? '');
    return permalink ? [{ permalink, updated: toDate(fields.get('updated')) ?? '' }] : [];
  });
  // What is dated comes first, the latest before all; the rest stays as it is listed.
  dated.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  return [...new Set(dated.map(({ permalink }) => permalink))];
}

/** One page that fails does not keep the others from being read; a server that is busy does. */
function passOver(error: unknown): undefined {
  const code = error instanceof FeedError ? error.failure.code : undefined;
  if (code === undefined || code === 'busy' || code === 'unreachable') throw error;
  return undefined;
}
