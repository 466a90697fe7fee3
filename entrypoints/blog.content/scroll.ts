/** Bring a passage to the upper third of the window, as smoothly as the reader likes things to move. */
export function scrollToPassage(document: Document, range: Range): void {
  const scroller = findScroller(range.startContainer) ?? document.scrollingElement;
  const { defaultView: view } = document;
  if (!scroller || !view) return;
  const { top } = range.getBoundingClientRect();
  const reduced = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Told where to be and not how far to go, a scrolling under way is not counted twice.
  scroller.scrollTo({
    top: scroller.scrollTop + top - document.documentElement.clientHeight / 3,
    behavior: reduced ? 'instant' : 'smooth',
  });
}

/** Whether any of the passage is on the screen. */
export function isOnScreen(document: Document, range: Range): boolean {
  const { top, bottom, width } = range.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < document.documentElement.clientHeight;
}

/** What is left free below a passage, for the toolbar beside it. CSS pixels. */
const ROOM = 64;

/** Whether the passage's beginning and end are on the screen, with nothing of the page before it. */
export function isInSight(document: Document, range: Range): boolean {
  const rects = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return true;
  const { clientHeight } = document.documentElement;
  return first.top >= 0 && last.bottom <= clientHeight - ROOM && !isCovered(document, range, first);
}

/** A header that stays at the top of the window, say, covers what scrolls below it. */
function isCovered(document: Document, range: Range, { left, top, width, height }: DOMRect) {
  const above = document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2);
  const { startContainer } = range;
  return above !== null && !above.contains(startContainer) && !startContainer.contains(above);
}

/** Some views of the blog scroll inside of the window. */
function findScroller({ parentElement, ownerDocument }: Node): Element | undefined {
  const { body, documentElement, defaultView: view } = ownerDocument as Document;
  for (let element = parentElement; element; element = element.parentElement) {
    if (element === body || element === documentElement) return undefined;
    if (element.scrollHeight <= element.clientHeight) continue;
    if (/auto|scroll/.test(view?.getComputedStyle(element).overflowY ?? '')) return element;
  }
  return undefined;
}
