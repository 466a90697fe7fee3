import type { Span } from './span.ts';

/** Code points in the first `offset` UTF-16 units of a text; half a pair counts as one. */
export function toCodePoints(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}

/** The span moved outwards to whole code points: no pair is ever cut in two. */
export function toWholeCodePoints(text: string, { start, end }: Span): Span {
  return {
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  };
}

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && (text.codePointAt(offset - 1) as number) > 0xffff;
}

/** The UTF-16 units of a text, where they are looked at many times. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}
