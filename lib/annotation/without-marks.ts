/** An emphasis' beginning or end: beside a letter on one side only, so `2**3` and `a_b` have none. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_])(?:[*_]{1,5}|~~|`)(?=\S)|(?<=\S)(?:[*_]{1,5}|~~|`)(?![\p{L}\p{N}*_])/gu;

/** A link with its address, of a length that links have; looking further would cost its square. */
const LINK = /\[([^\]\n]{1,200})\]\([^()\s]{1,2000}\)/g;

/**
 * Markdown as a few lines of words, for where a note is told by its beginning and is not drawn:
 * without what makes words bold, and without addresses. Lists and headings stay as they were typed.
 */
export function withoutMarks(markdown: string): string {
  return markdown.replace(LINK, '$1').replace(EMPHASIS, '');
}
