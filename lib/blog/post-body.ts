import { findClosest, findParent, isWithin, listElements, matches } from './safe-dom.ts';

/** Marks of a post's body, the surest first. The later ones serve themes that lack the earlier. */
const BODY_MARKS = [
  '.post-body, [id^="post-body-"]',
  '[itemprop~="articleBody"]',
  '.hentry .entry-content',
] as const;

/**
 * Places where a body's marks stand on something else: a mobile list puts the first words of a
 * post into a link, newer themes into a snippet, and a comment may quote anything.
 */
const NO_BODY =
  'a[href], [id^="post-snippet-"], .post-snippet, .snippet-container, .mobile-post-outer, ' +
  '.mobile-index-contents, .comments, #comments';

const POST = '.post-outer-container, .post-outer, .post, .hentry, article';

/**
 * The bodies of the posts a page shows, in the order of the page.
 *
 * Only Blogger's own list of posts counts: widgets of featured, popular and related posts repeat
 * titles and snippets. A theme that has lost the class of that widget is read as a whole, still
 * without the widgets that name themselves something else.
 */
export function listBodies(document: Document): Element[] {
  const hasScope = listElements(document, '.widget.Blog').length > 0;
  const isInScope = (element: Element) => {
    const widget = findClosest(element, '.widget');
    return widget ? matches(widget, '.Blog') : !hasScope;
  };
  for (const mark of BODY_MARKS) {
    const bodies = outermost(listElements(document, mark)).filter(
      (element) => isInScope(element) && !findClosest(element, NO_BODY),
    );
    if (bodies.length > 0) return bodies;
  }
  return [];
}

/** The elements that lie in no other: what a body quotes may carry a body's marks. */
function outermost(elements: readonly Element[]): Element[] {
  const outer: Element[] = [];
  for (const element of elements) {
    // In document order an ancestor comes first, and the latest one kept is the only candidate.
    const last = outer.at(-1);
    if (!last || !isWithin(element, last)) outer.push(element);
  }
  return outer;
}

/**
 * The element that holds a post's title, date and links beside its body, and those of no other
 * post: the outermost that is marked as a post, or without any the largest that fits.
 */
export function postOf(body: Element, bodies: readonly Element[]): Element {
  let largest = body;
  let marked: Element | undefined;
  for (let element = findParent(body); element; element = findParent(element)) {
    const candidate = element;
    if (bodies.some((other) => other !== body && isWithin(other, candidate))) break;
    if (matches(candidate, 'body, .widget')) break;
    if (matches(candidate, POST)) marked = candidate;
    largest = candidate;
  }
  return marked ?? largest;
}
