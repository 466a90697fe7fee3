import { foldWithOffsets } from './fold.ts';
import type { Query } from './query.ts';

/** A half-open stretch of a text in UTF-16 units. */
export interface MarkSpan {
  start: number;
  end: number;
}

/** Where the words and phrases of a query stand in a text, in order; what overlaps is joined. */
export function marksIn(original: string, { clauses }: Query): MarkSpan[] {
  const words = clauses.flatMap((clause) =>
    clause.by === 'text' && !clause.isNegated ? [clause.text] : [],
  );
  if (words.length === 0) return [];
  const { text, offsets } = foldWithOffsets(original);
  const found = words.flatMap((word) => Array.from(spansOf(word, text)));
  const spans = found.map(({ start, end }) => ({
    start: offsets[start] ?? original.length,
    end: endOf(end, offsets, original),
  }));
  return join(spans);
}

function* spansOf(word: string, text: string): Iterable<MarkSpan> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    yield { start: at, end: at + word.length };
  }
}

/** The end, in the original, of the last character that folded to something before `end`. */
function endOf(end: number, offsets: readonly number[], original: string): number {
  const last = offsets[end - 1] ?? 0;
  // One character may fold to several units, of which the word may end amid.
  let next = end;
  while (next < offsets.length - 1 && offsets[next] === last) next++;
  const stop = offsets[next] ?? original.length;
  // What folds to nothing, or into the space before it, is no part of the word.
  const width = String.fromCodePoint(original.codePointAt(last) ?? 0x20).length;
  const marks = /^\p{M}*/u.exec(original.slice(last + width, stop))?.[0].length ?? 0;
  return last + width + marks;
}

function join(spans: readonly MarkSpan[]): MarkSpan[] {
  const joined: MarkSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
