import { bisect } from './bisect.ts';
import { fold } from './fold.ts';
import { paragraphAround, toPassage } from './passage.ts';
import { type Span, trimSpan } from './span.ts';
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
  const { source, nodes, starts } = collect(root);
  const folded = fold(source);
  const body = trimSpan(folded.text, { start: 0, end: folded.text.length }) ?? { start: 0, end: 0 };
  const text = folded.text.slice(body.start, body.end);
  const sourceSpanOf = ({ start, end }: Span) =>
    folded.sourceSpanOf({ start: start + body.start, end: end + body.start });

  /** Where in the source a boundary point stands: at it, or at the first node after it. */
  const sourceOffsetOf = (container: Node, offset: number): number => {
    const at = starts.get(container);
    if (at !== undefined) return at + offset;
    const next = nodes[firstNodeAfter(nodes, container, offset)];
    return next ? (starts.get(next) as number) : source.length;
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
      const first = nodes[nodeAt(nodes, starts, start)] as Text;
      const last = nodes[nodeAt(nodes, starts, end - 1)] as Text;
      range.setStart(first, Math.min(start - (starts.get(first) as number), first.data.length));
      range.setEnd(last, Math.min(end - (starts.get(last) as number), last.data.length));
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

/** The element's text as it stands, its text nodes in reading order, and where each one starts. */
function collect(root: Element) {
  const nodes: Text[] = [];
  const starts = new Map<Node, number>();
  const parts: string[] = [];
  let length = 0;
  for (const { text, node } of walkText(root)) {
    if (text === '') continue;
    if (node) {
      nodes.push(node);
      starts.set(node, length);
    }
    parts.push(text);
    length += text.length;
  }
  return { source: parts.join(''), nodes, starts };
}

/** Index of the node that holds the source offset, or of the last one before it. */
function nodeAt(nodes: readonly Text[], starts: ReadonlyMap<Node, number>, offset: number): number {
  return Math.max(bisect(nodes, (node) => (starts.get(node) as number) <= offset) - 1, 0);
}

/** Index of the first node that does not stand before the boundary point. */
function firstNodeAfter(nodes: readonly Text[], container: Node, offset: number): number {
  const point = (container.ownerDocument ?? (container as Document)).createRange();
  point.setStart(container, offset);
  return bisect(nodes, (node) => point.comparePoint(node, 0) < 0);
}

function assertSpan(text: string, { start, end }: Span): void {
  if (start < 0 || end > text.length || start >= end) {
    throw new RangeError(`Invalid span ${start}–${end} in a text of length ${text.length}`);
  }
}
