import { describe } from '../anchoring/describe.ts';
import { type DomText, readText } from '../anchoring/dom-text.ts';
import { type Location, locate } from '../anchoring/locate.ts';
import type { Span } from '../anchoring/span.ts';
import { type Annotation, type AnnotationId, createAnnotation } from '../annotation/annotation.ts';
import { findAt, indexSpans } from './hit-test.ts';

/** Where a post stands on a page: what `lib/blog` finds, as far as highlighting needs it. */
export interface PostBody {
  /** The post's permalink: the source of its annotations. */
  permalink: string;
  body: Element;
}

/** An annotation whose passage was found in the post. */
export interface Anchored {
  annotation: Annotation;
  span: Span;
}

/** The annotations of one post in one place where it is shown. */
export interface HighlightSession {
  readonly source: string;
  /** The whole post as the author set it, paragraphs parted by blank lines. */
  passage(): string;
  /** Find the passages of these annotations, instead of those known before. */
  setAnnotations(annotations: readonly Annotation[]): void;
  /** Read the post again and find its passages again, after the page has changed. */
  reread(): void;
  /** How each annotation was found. */
  states(): Map<AnnotationId, Location['state']>;
  /** The DOM ranges of all passages found. */
  ranges(): Range[];
  /** The passages found and where they stand, in reading order. */
  passages(): { annotation: Annotation; range: Range }[];
  /** The DOM range of one passage, if it was found. */
  rangeOf(id: AnnotationId): Range | undefined;
  /** Whether the range covers text of this post. */
  covers(range: AbstractRange): boolean;
  /** A new annotation of the part of the range that lies in this post, if there is one. */
  annotate(range: AbstractRange): Annotation | undefined;
  /** The annotation at the beginning of the range. */
  annotationAt(range: AbstractRange): Annotation | undefined;
}

/** A session on a post. The post is read once, here; nothing is painted by it. */
export function createHighlightSession({ permalink: source, body }: PostBody): HighlightSession {
  let dom: DomText = readText(body);
  let annotations: readonly Annotation[] = [];
  let locations = new Map<AnnotationId, Location>();
  let anchored: Anchored[] = [];
  let index = indexSpans(anchored);

  const anchor = () => {
    locations = new Map(
      annotations.map(({ id, target }) => [id, locate(dom.text, target.selector)]),
    );
    anchored = annotations.flatMap((annotation) => {
      const location = locations.get(annotation.id);
      return location && 'span' in location ? [{ annotation, span: location.span }] : [];
    });
    index = indexSpans(anchored);
  };

  return {
    source,
    passage: () => (dom.text === '' ? '' : dom.passageOf({ start: 0, end: dom.text.length })),
    setAnnotations(next) {
      annotations = next;
      anchor();
    },
    reread() {
      dom = readText(body);
      anchor();
    },
    states: () => new Map(Array.from(locations, ([id, { state }]) => [id, state])),
    ranges: () => anchored.map(({ span }) => dom.rangeOf(span)),
    passages: () =>
      index.items.map(({ annotation, span }) => ({ annotation, range: dom.rangeOf(span) })),
    rangeOf(id) {
      const found = anchored.find(({ annotation }) => annotation.id === id);
      return found && dom.rangeOf(found.span);
    },
    covers: (range) => dom.spanOf(range) !== undefined,
    annotate(range) {
      const span = dom.spanOf(range);
      return (
        span &&
        createAnnotation({
          source,
          selector: describe(dom.text, span),
          passage: dom.passageOf(span),
        })
      );
    },
    annotationAt(range) {
      const span = dom.spanOf(range);
      return span && findAt(index, span.start)?.annotation;
    },
  };
}
