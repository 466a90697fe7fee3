import { BLOG, parseBlogUrl } from './address.ts';

declare const brand: unique symbol;

/**
 * The one address that stands for a post: `https://www.elidedbranches.com/YYYY/MM/slug.html`, or the
 * address of a page on a site that the reader has added. Only `toPermalink` and `toSitePermalink`
 * make one, so that two permalinks of a post are always the same text.
 */
export type Permalink = string & { readonly [brand]: 'Permalink' };

/** What tells the posts of one site from all other addresses. */
export type ToPermalink = (url: string) => Permalink | undefined;

/**
 * The path of a post. A slug holds what a URL may hold unescaped, and escaped letters outside
 * ASCII; an escaped slash, percent sign or control character is nothing Blogger has ever made.
 */
const POST_PATH = /^\/\d{4}\/(?:0[1-9]|1[0-2])\/(?:[\w.~!$&'()*+,;=:@-]|%[89A-F][0-9A-F])+\.html$/;

/**
 * The permalink of the post an address leads to; undefined when it leads to no post of the blog
 * (home, archives, labels, searches, static pages, feeds, other hosts, text that is no address).
 *
 * Query and fragment never change which post Blogger shows, so both go. Repeated slashes are taken
 * for one: they come from joining a base address and a path, and can mean no other post.
 * Letter case in the path is kept, since Blogger tells slugs apart by it.
 */
export function toPermalink(url: string): Permalink | undefined {
  const parsed = parseBlogUrl(url);
  if (!parsed) return undefined;
  const path = normalizeEscapes(parsed.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  return isPostPath(path) ? (`https://${BLOG.host}${path}` as Permalink) : undefined;
}

/** Whether a path is one that Blogger gives to posts. */
export function isPostPath(path: string): boolean {
  return POST_PATH.test(path);
}

/** RFC 3986, section 6.2.2: unreserved characters stand for themselves, other escapes in capitals. */
export function normalizeEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : triplet.toUpperCase();
  });
}
