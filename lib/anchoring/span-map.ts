import { bisect } from './bisect.ts';
import type { Span } from './span.ts';

/** The ways between a text and what it was folded to. */
export interface SpanMap {
  /** The smallest stretch of the source that gave the folded stretch. */
  sourceSpanOf(folded: Span): Span;
  /** The folded stretch that the source stretch gave; a character half covered counts whole. */
  foldedSpanOf(source: Span): Span;
}

/** A stretch whose folded length differs from its source's; between edits, offsets run parallel. */
export interface Edit {
  folded: number;
  foldedLength: number;
  source: number;
  sourceLength: number;
}

/** The ways between two texts that differ by these edits, given in the order of the texts. */
export function createSpanMap(edits: readonly Edit[]): SpanMap {
  return {
    sourceSpanOf({ start, end }) {
      const first = lastWhere(edits, (edit) => edit.folded <= start);
      const last = lastWhere(edits, (edit) => edit.folded < end);
      return { start: sourceStart(first, start), end: sourceEnd(last, end) };
    },
    foldedSpanOf({ start, end }) {
      const first = lastWhere(edits, (edit) => edit.source <= start);
      const last = lastWhere(edits, (edit) => edit.source < end);
      return { start: foldedStart(first, start), end: foldedEnd(last, end) };
    },
  };
}

function sourceStart(edit: Edit | undefined, offset: number): number {
  if (!edit) return offset;
  const past = offset - (edit.folded + edit.foldedLength);
  return past >= 0 ? edit.source + edit.sourceLength + past : edit.source;
}

function sourceEnd(edit: Edit | undefined, offset: number): number {
  if (!edit) return offset;
  const past = offset - (edit.folded + edit.foldedLength);
  return edit.source + edit.sourceLength + Math.max(past, 0);
}

function foldedStart(edit: Edit | undefined, offset: number): number {
  if (!edit) return offset;
  const past = offset - (edit.source + edit.sourceLength);
  return past >= 0 ? edit.folded + edit.foldedLength + past : edit.folded;
}

function foldedEnd(edit: Edit | undefined, offset: number): number {
  if (!edit) return offset;
  const past = offset - (edit.source + edit.sourceLength);
  return edit.folded + edit.foldedLength + Math.max(past, 0);
}

/** The last item of a sorted list for which `holds`, by bisection: it holds for all before it. */
function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  return items[bisect(items, holds) - 1];
}
