import { type DomText, readText } from '../anchoring/dom-text.ts';
import type { Span } from '../anchoring/span.ts';
import { type Annotation, type AnnotationId, createAnnotation } from '../annotation/annotation.ts';
import { type Colour, colourOf, DEFAULT_COLOUR, inColour } from '../annotation/colour.ts';
import type { Kind } from '../annotation/kind.ts';
import type { PassageLocation, PassageSearch, SearchAct } from '../annotation/passage-location.ts';
import { isWholePost, type Target } from '../annotation/target.ts';
import { createAnchorer } from './anchorer.ts';
import { createGroundFinder } from './ground.ts';
import { findAt, indexSpans } from './hit-test.ts';
import { toLayers } from './layers.ts';
import type { Mark } from './painter.ts';
import { type Anchored, listAnchored, placesOf, toPassageLocation } from './places.ts';
import { targetOfSpan } from './target-of-span.ts';

/** Where a post stands on a page: what `lib/blog` finds, as far as highlighting needs it. */
export interface PostBody {
  /** The post's permalink: the source of its annotations. */
  permalink: string;
  body: Element;
}

/** The annotations of one post in one place where it is shown. */
export interface HighlightSession {
  readonly source: string;
  readonly body: Element;
  /** The whole post as the author set it, paragraphs parted by blank lines. */
  passage(): string;
  /**
   * Find the passages of these annotations, instead of those known before; what is about the whole
   * post has none to find. Undefined when that is done; where it takes long, it is done in slices,
   * and the promise is for when it is.
   */
  setAnnotations(annotations: readonly Annotation[]): Promise<void> | undefined;
  /** Read the post again and find its passages again, after the page has changed. */
  reread(): Promise<void> | undefined;
  /** How far the search for its passages has come; told to stop, it leaves off. */
  search(act: SearchAct): PassageSearch;
  /** Look for the passages that were left when the search was stopped. */
  goOn(): Promise<void> | undefined;
  /** What became of the passage of each annotation. */
  locations(): Map<AnnotationId, PassageLocation>;
  /** All passages found, and how each is to be painted on the page as it looks now. */
  marks(): Mark[];
  /** The passages found and where they stand, in reading order. */
  passages(): { annotation: Annotation; range: Range }[];
  /** The DOM range of one passage, if it was found. */
  rangeOf(id: AnnotationId): Range | undefined;
  /** Whether the range covers text of this post. */
  covers(range: AbstractRange): boolean;
  /** A new annotation of the part of the range that lies in this post, if there is one. */
  annotate(range: AbstractRange, colour?: Colour, kind?: Kind): Annotation | undefined;
  /** The part of the range that lies in this post as a target, if there is one. */
  targetOf(range: AbstractRange): Target | undefined;
  /**
   * A target for the place where an edited passage was found, or for a candidate of a lost one,
   * counted from 0; undefined when there is no such place, or it does not read like `passage`.
   */
  targetAt(id: AnnotationId, candidate: number, passage: string): Target | undefined;
  /** The annotation at the beginning of the range. */
  annotationAt(range: AbstractRange): Annotation | undefined;
}

/** A session on a post. The post is read once, here; nothing is painted by it. */
export function createHighlightSession({ permalink: source, body }: PostBody): HighlightSession {
  let dom: DomText = readText(body);
  let annotations: readonly Annotation[] = [];
  let anchored: Anchored[] = [];
  let index = indexSpans(anchored);
  const anchorer = createAnchorer();

  const take = () => {
    anchored = listAnchored(annotations, anchorer.locations);
    index = indexSpans(anchored);
  };
  const settle = (rest: Promise<boolean> | undefined) => {
    take();
    return rest?.then((isDone) => {
      if (isDone) take();
    });
  };
  const anchor = () => settle(anchorer.anchor(dom.text, annotations));

  const toTarget = (span: Span) => targetOfSpan(source, dom, span);
  const targetOf = (range: AbstractRange) => {
    const span = dom.spanOf(range);
    return span && toTarget(span);
  };

  return {
    source,
    body,
    passage: () => (dom.text === '' ? '' : dom.passageOf({ start: 0, end: dom.text.length })),
    setAnnotations(next) {
      annotations = next.filter(({ target }) => !isWholePost(target));
      return anchor();
    },
    reread() {
      dom = readText(body);
      return anchor();
    },
    search(act) {
      if (act === 'stop') anchorer.stop();
      const { locations, isBusy } = anchorer;
      return { looked: locations.size, total: annotations.length, isBusy };
    },
    goOn: () => settle(anchorer.goOn()),
    locations: () =>
      new Map(
        Array.from(anchorer.locations, ([id, location]) => [id, toPassageLocation(dom, location)]),
      ),
    marks() {
      const groundOf = createGroundFinder();
      const layers = toLayers(anchored);
      return anchored.map(({ annotation, span }, index) => {
        const range = dom.rangeOf(span);
        return {
          range,
          colour: colourOf(annotation.target),
          ground: groundOf(range.startContainer.parentElement ?? body),
          layer: layers[index] ?? 0,
        };
      });
    },
    passages: () =>
      index.items.map(({ annotation, span }) => ({ annotation, range: dom.rangeOf(span) })),
    rangeOf(id) {
      const found = anchored.find(({ annotation }) => annotation.id === id);
      return found && dom.rangeOf(found.span);
    },
    covers: (range) => dom.spanOf(range) !== undefined,
    annotate(range, colour = DEFAULT_COLOUR, kind) {
      const target = targetOf(range);
      return target && createAnnotation(inColour(target, colour), new Date(), kind);
    },
    targetOf,
    targetAt(id, candidate, passage) {
      const location = anchorer.locations.get(id);
      const span = location && placesOf(location)[candidate];
      return span && dom.passageOf(span) === passage ? toTarget(span) : undefined;
    },
    annotationAt(range) {
      const span = dom.spanOf(range);
      return span && findAt(index, span.start)?.annotation;
    },
  };
}
