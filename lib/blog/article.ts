import { findArticleBody } from './article-body.ts';
import { type ArticleData, findArticleData } from './article-data.ts';
import { toIsoDate } from './iso-date.ts';
import type { PostOnPage } from './page.ts';
import type { Permalink } from './permalink.ts';
import { POST_LIMITS } from './post.ts';
import { attributeOf, findClosest, isWithin, lineOf, listElements } from './safe-dom.ts';
import { findSite } from './site.ts';
import { toPermalinkOn } from './site-permalink.ts';

/** Who wrote it, who has names of their own. */
const CARD = '.h-card, .p-author, [itemprop~="author"]';

/**
 * The one post that a page of any site shows; undefined where it shows several, or none, as a
 * site's front page does.
 *
 * It goes by the address that the page calls canonical, as long as that lies on the same host: a
 * page cannot speak for another. `stale` is a canonical address that was there when the page had
 * another address already: then it is of no use.
 */
export function findArticle(
  document: Document,
  url: string,
  stale?: string,
): PostOnPage | undefined {
  const site = findSite(url);
  const toPermalink = site === undefined ? undefined : toPermalinkOn(site);
  const address = toPermalink?.(url);
  if (!toPermalink || !address) return undefined;
  const body = findArticleBody(document);
  if (!body) return undefined;
  const named = findCanonical(document, url);
  const permalink = named === stale ? address : (toPermalink(named ?? '') ?? address);
  return readArticle(document, body, permalink);
}

/** The address a page calls canonical, of whatever site. */
export function findCanonical(document: Document, url: string): string | undefined {
  const [link] = listElements(document, 'head link[rel~="canonical"]');
  const href = link && attributeOf(link, 'href');
  return href === undefined ? undefined : URL.parse(href, url)?.href;
}

function readArticle(document: Document, body: Element, permalink: Permalink): PostOnPage {
  const said = findSaid(document);
  const around = findClosest(body, 'article, .h-entry, .hentry, main') ?? body;
  const metaOf = (property: string) =>
    listElements(document, `meta[property="${property}"]`).flatMap((meta) => {
      const content = attributeOf(meta, 'content')?.trim();
      return content ? [content] : [];
    });
  const first = (selector: string, within: Document | Element = around) =>
    listElements(within, selector)
      .filter((element) => !findClosest(element, CARD))
      .map(lineOf)
      .find(Boolean);
  const heading =
    first('.p-name, .entry-title, .post-title, [itemprop~="headline"]') ?? first('h1');
  const title =
    heading ??
    said?.headline ??
    metaOf('og:title')[0] ??
    first('h1', document) ??
    first('head > title', document) ??
    '';
  const dates = ['[itemprop~="datePublished"]', '.dt-published', '[pubdate]', 'time']
    .flatMap((selector) => listElements(around, selector))
    .filter((date) => !isWithin(date, body) || body === around)
    .map((date) => attributeOf(date, 'datetime') ?? attributeOf(date, 'content') ?? '');
  const published =
    said?.published ??
    [...metaOf('article:published_time'), ...dates].map(toIsoDate).find((date) => date);
  const tags = listElements(around, 'a[rel~="tag"], .p-category').map(lineOf).filter(Boolean);
  const labels = tags.length > 0 ? tags : metaOf('article:tag');
  return {
    permalink,
    title: title.slice(0, POST_LIMITS.line),
    body,
    labels: [...new Set(labels)]
      .slice(0, POST_LIMITS.labels)
      .map((label) => label.slice(0, POST_LIMITS.line)),
    ...(published && { published }),
  };
}

/** What the page says of its article for machines. */
function findSaid(document: Document): ArticleData | undefined {
  for (const script of listElements(document, 'script[type="application/ld+json"]').slice(0, 20)) {
    const said = findArticleData(lineOf(script));
    if (said) return said;
  }
  return undefined;
}
