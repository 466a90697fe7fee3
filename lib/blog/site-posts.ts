import { findArticle, findCanonical } from './article.ts';
import { findArticleBody } from './article-body.ts';
import { findPostsAt } from './page.ts';
import { listBodies } from './post-body.ts';
import type { PostFinder } from './post-finder.ts';
import { attributeOf, listElements } from './safe-dom.ts';
import { findSite, parseSiteUrl } from './site.ts';
import { toBloggerPermalinkOn, toPermalinkOn } from './site-permalink.ts';

/** How posts are found on a page of a site that the reader has added: Blogger's way or any other. */
export function createSitePosts(document: Document, url: string): PostFinder {
  const site = findSite(url) ?? '';
  return isBlogger(document) ? createBloggerPosts(site) : createArticle(site, document, url);
}

function createBloggerPosts(site: string): PostFinder {
  const toPermalink = toBloggerPermalinkOn(site);
  return {
    listBodies,
    findPosts(document, url) {
      const address = parseSiteUrl(url);
      return address ? findPostsAt(document, address, toPermalink) : [];
    },
    toPermalink,
  };
}

/**
 * A page that shows one post after another changes its address, and mostly forgets to change what
 * it calls canonical: what that was at first goes for the first address alone.
 */
function createArticle(site: string, page: Document, first: string): PostFinder {
  const canonical = findCanonical(page, first);
  return {
    listBodies(document) {
      const body = findArticleBody(document);
      return body ? [body] : [];
    },
    findPosts(document, url) {
      const stale = withoutFragment(url) === withoutFragment(first) ? undefined : canonical;
      const post = findArticle(document, url, stale);
      return post ? [post] : [];
    },
    toPermalink: toPermalinkOn(site),
  };
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** Blogger signs its pages, and gives the list of posts a class of its own. */
function isBlogger(document: Document): boolean {
  const isSigned = listElements(document, 'meta[name="generator"]').some((meta) =>
    /^blogger$/i.test(attributeOf(meta, 'content')?.trim() ?? ''),
  );
  return isSigned || listElements(document, '.widget.Blog').length > 0;
}
