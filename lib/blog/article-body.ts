import { findClosest, findParent, isWithin, listElements, textLengthOf } from './safe-dom.ts';

/** Elements that by their own account hold a post: HTML's, microformats' and ARIA's. */
const ARTICLES = 'article, .h-entry, .hentry, [role="article"]';

/** Marks of a post's text within what holds the post. */
const TEXTS =
  '[itemprop~="articleBody"], .e-content, .entry-content, .post-content, .post-body, .article-body';

/** Where no post stands, whatever it is called. */
const ASIDE = 'aside, nav, footer, form, dialog, .comments, #comments, #disqus_thread, .comment';

/** Shorter than a post ever is: a teaser, a card, a tweet. UTF-16 units. */
const SHORTEST = 250;

/** The share of what is on a page that one element must hold to be what the page is about. */
const MOST = 0.6;

/** Paragraphs looked at where nothing is marked; a page with more holds its post among these. */
const PARAGRAPHS = 2000;

/**
 * The element with the text of the one post a page shows; undefined where it shows several, or
 * none. What says of itself that it is an article is believed; where nothing does, it is `main`,
 * and without that the innermost element that holds most of the page's paragraphs.
 */
export function findArticleBody(document: Document): Element | undefined {
  const marked = listElements(document, ARTICLES).filter((one) => !findClosest(one, ASIDE));
  const articles = listOutermost(marked).flatMap((one) => unfold(one, marked));
  const article = findLargest(articles);
  if (articles.length > 0) return article && narrow(article);
  const mains = listElements(document, 'main, [role="main"]');
  const main = findLargest(mains.flatMap((one) => (listElements(one, 'p').length > 0 ? one : [])));
  return main ? narrow(main) : findMiddle(document);
}

/** The elements that lie in no other. */
function listOutermost(elements: readonly Element[]): Element[] {
  return elements.filter((one) => !elements.some((other) => isAround(other, one)));
}

/** Some sites wrap all of a page, and each post of a list, in an article: then those within count. */
function unfold(article: Element, marked: readonly Element[]): Element[] {
  const inner = marked.filter((one) => isAround(article, one));
  const outermost = listOutermost(inner);
  const held = outermost.reduce((sum, one) => sum + textLengthOf(one), 0);
  return held >= MOST * textLengthOf(article)
    ? outermost.flatMap((one) => unfold(one, inner))
    : [article];
}

/** The one that holds most of what all of them hold, if there is such a one and it is long enough. */
function findLargest(elements: readonly Element[]): Element | undefined {
  const lengths = elements.map((element) => textLengthOf(element));
  const largest = Math.max(0, ...lengths);
  const sum = lengths.reduce((total, length) => total + length, 0);
  return largest >= SHORTEST && largest >= MOST * sum
    ? elements[lengths.indexOf(largest)]
    : undefined;
}

/** Only the text of what holds a post, where it is marked: not its head, not what stands below. */
function narrow(article: Element): Element {
  const texts = listElements(article, TEXTS).filter((one) => !findClosest(one, ASIDE));
  const all = textLengthOf(article);
  return texts.find((text) => textLengthOf(text) >= MOST * all) ?? article;
}

function findMiddle(document: Document): Element | undefined {
  const paragraphs = listElements(document, 'body p')
    .slice(0, PARAGRAPHS)
    .filter((paragraph) => !findClosest(paragraph, ASIDE));
  const below = new Map<Element, number>();
  let sum = 0;
  for (const paragraph of paragraphs) {
    const length = textLengthOf(paragraph);
    sum += length;
    for (let at = findParent(paragraph); at; at = findParent(at)) {
      below.set(at, (below.get(at) ?? 0) + length);
    }
  }
  if (sum < 2 * SHORTEST) return undefined;
  const holders = [...below].filter(([, length]) => length >= MOST * sum).map(([at]) => at);
  // All of them lie within each other: the innermost is in all the others.
  return holders.reduce<Element | undefined>(
    (inner, one) => (inner === undefined || isWithin(one, inner) ? one : inner),
    undefined,
  );
}

function isAround(outer: Element, inner: Element): boolean {
  return outer !== inner && isWithin(inner, outer);
}
