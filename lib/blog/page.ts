import { parseBlogUrl } from './address.ts';
import { toIsoDate } from './iso-date.ts';
import { type Permalink, type ToPermalink, toPermalink } from './permalink.ts';
import { listBodies, postOf } from './post-body.ts';
import { attributeOf, findClosest, isWithin, lineOf, listElements } from './safe-dom.ts';

/** A post as a page shows it. */
export interface PostOnPage {
  permalink: Permalink;
  /** On one line; empty when the post has none. */
  title: string;
  /** The element that holds the post's text, and nothing of the blog's furniture. */
  body: Element;
  labels: string[];
  /** ISO 8601, as the page has it. */
  published?: string;
}

/** Where a post's own markup names its address, the surest first, and the attribute that holds it. */
const ADDRESS_MARKS = [
  ['[itemprop~="url"]', 'content'],
  ['[itemprop~="url"]', 'href'],
  ['a.timestamp-link', 'href'],
  ['.post-title a, .entry-title a', 'href'],
] as const;

const DATE_MARKS = [
  ['abbr.published', 'title'],
  ['time.published', 'datetime'],
  ['[itemprop~="datePublished"]', 'title'],
  ['[itemprop~="datePublished"]', 'datetime'],
  ['[itemprop~="datePublished"]', 'content'],
] as const;

/**
 * Find every post on a page of the blog: home, archive, label, search or the post's own, for
 * desktop or mobile, in classic and newer themes. A post that stands twice is given twice, each
 * time with its own body; a post whose address cannot be told is left out.
 *
 * `url` is the address of the page. Static pages, and pages of other sites, hold no posts.
 */
export function findPosts(document: Document, url: string): PostOnPage[] {
  const address = parseBlogUrl(url);
  return address ? findPostsAt(document, address, toPermalink) : [];
}

/** The same on a page of any Blogger blog: its posts are those that `read` takes for some. */
export function findPostsAt(
  document: Document,
  { href, pathname }: URL,
  read: ToPermalink,
): PostOnPage[] {
  if (pathname.startsWith('/p/')) return [];
  const bodies = listBodies(document);
  // Only a page that shows one post can lend it its address: any other would name a wrong one.
  const pageAddress = bodies.length === 1 ? findPageAddress(document, href, read) : undefined;
  return bodies.flatMap((body) => {
    const parts = listParts(postOf(body, bodies), body);
    const permalink = findAddress(parts, href, read) ?? pageAddress;
    return permalink ? [readPost(permalink, body, parts)] : [];
  });
}

/** Looks up a post's markup by selector, leaving out what its body and its comments say. */
type Parts = (selector: string) => Element[];

function listParts(post: Element, body: Element): Parts {
  return (selector) =>
    listElements(post, selector).filter(
      (element) => !isWithin(element, body) && !findClosest(element, '.comments, #comments'),
    );
}

function readPost(permalink: Permalink, body: Element, parts: Parts): PostOnPage {
  const title = parts('.post-title, .entry-title').map(lineOf).find(Boolean) ?? '';
  const labels = parts('.post-labels a[rel~="tag"]').map(lineOf).filter(Boolean);
  const published = findAttribute(parts, DATE_MARKS, toIsoDate);
  return {
    permalink,
    title,
    body,
    labels: [...new Set(labels)],
    ...(published && { published }),
  };
}

function findAddress(parts: Parts, base: string, read: ToPermalink): Permalink | undefined {
  return findAttribute(parts, ADDRESS_MARKS, (value) => resolve(value, base, read));
}

function findPageAddress(
  document: Document,
  url: string,
  read: ToPermalink,
): Permalink | undefined {
  const canonical = listElements(document, 'head link[rel~="canonical"]')[0];
  const named = canonical && attributeOf(canonical, 'href');
  return read(url) ?? (named === undefined ? undefined : resolve(named, url, read));
}

function resolve(href: string, base: string, read: ToPermalink): Permalink | undefined {
  // Without a path a reference means the page it stands on, which need not be the post.
  if (/^\s*(?:$|[?#])/.test(href)) return undefined;
  return read(URL.parse(href, base)?.href ?? '');
}

/** The first value that can be read from the marks, in their order. */
function findAttribute<T>(
  parts: Parts,
  marks: readonly (readonly [selector: string, attribute: string])[],
  read: (value: string) => T | undefined,
): T | undefined {
  for (const [selector, attribute] of marks) {
    for (const element of parts(selector)) {
      const value = read(attributeOf(element, attribute) ?? '');
      if (value !== undefined) return value;
    }
  }
  return undefined;
}
