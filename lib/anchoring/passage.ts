import type { Span } from './span.ts';
import { LINE_BREAK, PARAGRAPH_BREAK } from './text-walk.ts';

/** Marks that a reader does not see and would not want in a file. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * A stretch of a post's source as text to read and to export: white space as a browser shows it,
 * `\n` for a line break, `\n\n` between paragraphs — two line breaks in a row are a paragraph's
 * edge, as half of Blogger's authors write them. Quotes and dashes stay as the author set them.
 */
export function toPassage(source: string): string {
  return source.replace(INVISIBLE, '').replace(/\s+/g, whiteSpace).trim();
}

function whiteSpace(run: string): string {
  if (run.includes(PARAGRAPH_BREAK)) return '\n\n';
  const lines = run.split(LINE_BREAK).length - 1;
  if (lines === 0) return ' ';
  return lines === 1 ? '\n' : '\n\n';
}

/** The edge of a paragraph, in a post's source: marked up as one, or an empty line. */
const PARAGRAPH_EDGE = /\f|\v\s*\v/g;

/** The stretch of a post's source moved outwards to the edges of its paragraphs. */
export function paragraphAround(source: string, { start, end }: Span): Span {
  let from = 0;
  for (const { index } of source.matchAll(PARAGRAPH_EDGE)) {
    if (index >= end) return { start: from, end: index };
    if (index < start) from = index;
  }
  return { start: from, end: source.length };
}
