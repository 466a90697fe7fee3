import { Parser } from 'htmlparser2';
import { parseSiteUrl, type Site } from './site.ts';

/** Types by which a page says that a link leads to a feed. */
const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml']);

/** Where feeds lie as a rule, for a site that does not say. */
const USUAL = ['/feed.xml', '/atom.xml', '/rss.xml', '/index.xml', '/feed/'];

/** Where Blogger has the feed of a blog: whoever names it is one of Blogger's. */
const BLOGGER = '/feeds/posts/default';

/** A page names a handful; the comments' and the labels' come after the posts'. */
const MOST_FEEDS = 3;

/** Where the posts of a site are listed. */
export interface SiteFeeds {
  isBlogger: boolean;
  /** Addresses of feeds on this very host, the likeliest first. */
  feeds: string[];
}

/** The feeds that the front page of a site names, and where else to look for one. */
export function findFeeds(html: string, site: Site): SiteFeeds {
  const base = `https://${site}/`;
  const named: URL[] = [];
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      if (name !== 'link' || !FEED_TYPES.has(type.trim().toLowerCase())) return;
      if (!rel.toLowerCase().split(/\s+/).includes('alternate')) return;
      const url = parseSiteUrl(URL.parse(href, base)?.href ?? '');
      if (url?.hostname === site) named.push(url);
    },
  });
  parser.end(html);
  const ofPosts = named.filter(({ pathname }) => !/comments?\b/.test(pathname));
  const feeds = ofPosts.length > 0 ? ofPosts.map(({ href }) => href) : USUAL.map(toUrl);
  return {
    isBlogger: named.some(({ pathname }) => pathname === BLOGGER),
    feeds: [...new Set(feeds)].slice(0, ofPosts.length > 0 ? MOST_FEEDS : USUAL.length),
  };

  function toUrl(path: string): string {
    return new URL(path, base).href;
  }
}
