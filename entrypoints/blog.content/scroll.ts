/** Bring a passage to the upper third of the window, as smoothly as the reader likes things to move. */
export function scrollToPassage(document: Document, range: Range): void {
  const view = document.defaultView;
  const { top } = range.getBoundingClientRect();
  const reduced = view?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  view?.scrollBy({
    top: top - document.documentElement.clientHeight / 3,
    behavior: reduced ? 'instant' : 'smooth',
  });
}
