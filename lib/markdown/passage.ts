import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';

/**
 * A passage as CommonMark can hold it. Changed is only this, and nothing else:
 *
 * - `\r\n` and `\r` become `\n`: a line ending is one thing in Markdown;
 * - two or more line endings in a row are one paragraph break, and none is kept at the ends:
 *   there are no empty paragraphs;
 * - U+0000, which CommonMark forbids, and halves of surrogate pairs, which UTF-8 cannot write,
 *   become U+FFFD.
 *
 * White space stays, at the edges of lines too.
 */
export function toHoldable(passage: string): string {
  return withoutForbidden(passage)
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The text with U+FFFD for what a Markdown file cannot contain at all. */
export function withoutForbidden(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** A passage as a block quote: its paragraphs, and hard breaks where its lines end. */
export function passageToQuote(passage: string): Blockquote {
  const paragraphs = toHoldable(passage).split('\n\n');
  return { type: 'blockquote', children: paragraphs.filter(Boolean).map(toParagraph) };
}

function toParagraph(text: string): Paragraph {
  const lines = text.split('\n').map((line): PhrasingContent[] => [{ type: 'text', value: line }]);
  return {
    type: 'paragraph',
    children: lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'break' }, ...line])),
  };
}
