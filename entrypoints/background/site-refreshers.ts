import { BLOG } from '../../lib/blog/address.ts';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import { createSiteFetch } from '../../lib/blog/fetch-of-site.ts';
import { readFeed } from '../../lib/blog/read-feed.ts';
import { readSite } from '../../lib/blog/read-site.ts';
import type { Site } from '../../lib/blog/site.ts';
import type { FeedRepository } from '../../lib/storage/feed-repository.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import { listSites } from '../sites/granted.ts';
import { createPostRefresher, type PostRefresher } from './refresh-posts.ts';

/** Reads what the blog, and every site that the reader has added, has published. */
export interface SiteRefreshers {
  blog: PostRefresher;
  /** That of the blog, or of a site; undefined for one that the reader has not added. */
  find(site?: Site): Promise<PostRefresher | undefined>;
  /** That of the blog, and those of all sites. */
  list(): Promise<PostRefresher[]>;
}

export interface SiteRefresherServices {
  feedOf: (site: Site) => FeedRepository;
  posts: Pick<PostRepository, 'find'>;
  isOnline: () => boolean;
  /** Have the blog's feed read again at that time; see `RefresherServices`. */
  wakeAt: (time: number | undefined) => void;
}

/** Between two pages of a site that has no feed. Milliseconds. */
const PAUSE = 500;

export function createSiteRefreshers(services: SiteRefresherServices): SiteRefreshers {
  const { feedOf, posts, isOnline, wakeAt } = services;
  const blog = createPostRefresher({
    feed: feedOf(BLOG.host),
    read: (from, options) => readFeed(from, { ...options, fetchJson }),
    isOnline,
    wakeAt,
  });
  const made = new Map<Site, PostRefresher>();
  const isKnown = async (permalink: Parameters<typeof posts.find>[0]) =>
    (await posts.find(permalink)) !== undefined;
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));

  const refresherOf = (site: Site): PostRefresher => {
    const known = made.get(site);
    if (known) return known;
    const fetch = createSiteFetch(site);
    const refresher = createPostRefresher({
      feed: feedOf(site),
      read: (from, options) => readSite(site, from, { ...options, fetch, isKnown, pause }),
      isOnline,
      // Twice a day, and whenever one of its posts is read, is often enough.
      wakeAt: () => {},
    });
    made.set(site, refresher);
    return refresher;
  };

  return {
    blog,
    async find(site = BLOG.host) {
      if (site === BLOG.host) return blog;
      return (await listSites()).includes(site) ? refresherOf(site) : undefined;
    },
    list: async () => [blog, ...(await listSites()).map(refresherOf)],
  };
}
