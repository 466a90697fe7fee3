import type { DomText } from '../anchoring/dom-text.ts';
import type { Location } from '../anchoring/locate.ts';
import { type Span, trimSpan } from '../anchoring/span.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { PassageLocation } from '../annotation/passage-location.ts';

/** More places than this to choose from are no help. */
const MOST_CANDIDATES = 3;
/** Context shown on each side of a place: some eight words. UTF-16 units. */
const CONTEXT_LENGTH = 48;

/** An annotation whose passage was found in the post. */
export interface Anchored {
  annotation: Annotation;
  span: Span;
}

/** The annotations whose passages were found. */
export function listAnchored(
  annotations: readonly Annotation[],
  locations: ReadonlyMap<AnnotationId, Location>,
): Anchored[] {
  return annotations.flatMap((annotation) => {
    const location = locations.get(annotation.id);
    return location && 'span' in location ? [{ annotation, span: location.span }] : [];
  });
}

/** The places that a reader can choose for a passage: where it was found, or where it might be. */
export function placesOf(location: Location): Span[] {
  if ('span' in location) return [location.span];
  return location.candidates.slice(0, MOST_CANDIDATES).map(({ span }) => span);
}

/** What became of a passage, in words for the reader instead of offsets. */
export function toPassageLocation(dom: DomText, location: Location): PassageLocation {
  const { state, score } = location;
  if ('span' in location) {
    return state === 'edited'
      ? { state, score, found: dom.passageOf(location.span) }
      : { state, score };
  }
  const candidates = placesOf(location).map((span, index) => ({
    passage: dom.passageOf(span),
    before: textOf(dom, spanBefore(dom.text, span)),
    after: textOf(dom, spanAfter(dom.text, span)),
    score: location.candidates[index]?.score ?? 0,
  }));
  return { state, score, candidates };
}

/** The words before a place, from the beginning of a word. */
function spanBefore(text: string, { start }: Span): Span {
  const from = start - CONTEXT_LENGTH;
  if (from <= 0) return { start: 0, end: start };
  const space = text.indexOf(' ', from - 1);
  return { start: space === -1 || space >= start ? start : space, end: start };
}

/** The words after a place, to the end of a word. */
function spanAfter(text: string, { end }: Span): Span {
  const to = end + CONTEXT_LENGTH;
  if (to >= text.length) return { start: end, end: text.length };
  return { start: end, end: Math.max(text.lastIndexOf(' ', to), end) };
}

/** The passage of a span that may be empty, on one line. */
function textOf(dom: DomText, span: Span): string {
  const trimmed = trimSpan(dom.text, span);
  return trimmed ? dom.passageOf(trimmed).replace(/\s+/g, ' ') : '';
}
