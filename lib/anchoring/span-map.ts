import type { Span } from './span.ts';

/** The ways between a text and what it was folded to. */
export interface SpanMap {
  /** The smallest stretch of the source that gave the folded stretch. */
  sourceSpanOf(folded: Span): Span;
  /** The folded stretch that the source stretch gave; a character half covered counts whole. */
  foldedSpanOf(source: Span): Span;
}

/**
 * The stretches whose folded length differs from their source's, in the order of the texts; between
 * them, offsets run parallel. Four numbers each: where it starts in the folded text and how long
 * it is there, the same in the source.
 */
export type Edits = readonly number[];

const FOLDED = 0;
const SOURCE = 2;
const EDIT_LENGTH = 4;

/** The ways between two texts that differ by these edits. */
export function createSpanMap(edits: Edits): SpanMap {
  const convert = ({ start, end }: Span, from: number, to: number): Span => ({
    start: toOther(edits, from, to, start, 1),
    end: toOther(edits, from, to, end, 0),
  });
  return {
    sourceSpanOf: (span) => convert(span, FOLDED, SOURCE),
    foldedSpanOf: (span) => convert(span, SOURCE, FOLDED),
  };
}

/** An offset in the other text: inside of an edit, that of its start for a start, else of its end. */
function toOther(edits: Edits, from: number, to: number, offset: number, isStart: 0 | 1): number {
  const edit = lastEditBefore(edits, from, offset + isStart);
  if (edit < 0) return offset;
  const past = offset - endIn(edits, edit + from);
  return past < 0 && isStart
    ? (edits[edit + to] as number)
    : endIn(edits, edit + to) + Math.max(past, 0);
}

/** Where an edit ends, in the text that the column belongs to. */
function endIn(edits: Edits, column: number): number {
  return (edits[column] as number) + (edits[column + 1] as number);
}

/** Index of the last edit that starts before the offset, or one that is negative; by bisection. */
function lastEditBefore(edits: Edits, column: number, offset: number): number {
  let low = 0;
  let high = edits.length / EDIT_LENGTH;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edits[middle * EDIT_LENGTH + column] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * EDIT_LENGTH;
}
