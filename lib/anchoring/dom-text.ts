import { bisect } from './bisect.ts';
import { fold } from './fold.ts';
import { paragraphAround, toPassage } from './passage.ts';
import { assertSpan, type Span, trimSpan } from './span.ts';
import { walkText } from './text-walk.ts';

/** The text of an element as a reader sees it, and the ways between it and the DOM. */
export interface DomText {
  /** The element's text, folded for matching (see `fold`), without spaces at its ends. */
  readonly text: string;
  /**
   * The stretch of text that a DOM range covers, clipped to the element and without spaces at
   * its edges; undefined when it covers no text of the element.
   */
  spanOf(range: AbstractRange): Span | undefined;
  /**
   * The DOM range of a stretch of text, from inside its first text node to inside its last.
   *
   * @throws RangeError when the span is empty or reaches outside the text.
   */
  rangeOf(span: Span): Range;
  /** The stretch as the author set it: unfolded, `\n` between lines, `\n\n` between paragraphs. */
  passageOf(span: Span): string;
  /** The whole paragraphs in which the stretch stands, written like a passage. */
  paragraphOf(span: Span): string;
}

/**
 * Read an element's text in one pass. What is read is a snapshot: after the element has changed,
 * read it again.
 */
export function readText(root: Element): DomText {
  const { source, nodes, starts } = walkText(root);
  const folded = fold(source);
  const body = trimSpan(folded.text, { start: 0, end: folded.text.length }) ?? { start: 0, end: 0 };
  const text = folded.text.slice(body.start, body.end);
  const sourceSpanOf = ({ start, end }: Span) =>
    folded.sourceSpanOf({ start: start + body.start, end: end + body.start });

  /** Where in the source a boundary point stands: at it, or at the first node after it. */
  const sourceOffsetOf = (container: Node, offset: number): number => {
    const at = starts[nodes.indexOf(container as Text)];
    if (at !== undefined) return at + offset;
    return starts[firstNodeAfter(nodes, container, offset)] ?? source.length;
  };
  /** The node that holds the source offset, or the last one before it, and where in it that is. */
  const placeOf = (offset: number): [Text, number] => {
    const index = Math.max(bisect(starts, (start) => start <= offset) - 1, 0);
    const node = nodes[index] as Text;
    return [node, Math.min(offset - (starts[index] as number), node.length)];
  };

  return {
    text,
    spanOf({ startContainer, startOffset, endContainer, endOffset }) {
      if (startContainer.getRootNode() !== root.getRootNode()) return undefined;
      const start = sourceOffsetOf(startContainer, startOffset);
      const end = sourceOffsetOf(endContainer, endOffset);
      if (start >= end) return undefined;
      const span = folded.foldedSpanOf({ start, end });
      return trimSpan(text, {
        start: Math.max(span.start - body.start, 0),
        end: Math.min(span.end - body.start, text.length),
      });
    },
    rangeOf(span) {
      assertSpan(text, span);
      const { start, end } = sourceSpanOf(span);
      const range = root.ownerDocument.createRange();
      const [last, at] = placeOf(end - 1);
      range.setStart(...placeOf(start));
      range.setEnd(last, Math.min(at + 1, last.length));
      return range;
    },
    passageOf(span) {
      assertSpan(text, span);
      const { start, end } = sourceSpanOf(span);
      return toPassage(source.slice(start, end));
    },
    paragraphOf(span) {
      assertSpan(text, span);
      const { start, end } = paragraphAround(source, sourceSpanOf(span));
      return toPassage(source.slice(start, end));
    },
  };
}

/** Index of the first node that does not stand before the boundary point. */
function firstNodeAfter(nodes: readonly Text[], container: Node, offset: number): number {
  const point = (container.ownerDocument ?? (container as Document)).createRange();
  point.setStart(container, offset);
  return bisect(nodes, (node) => point.comparePoint(node, 0) < 0);
}
