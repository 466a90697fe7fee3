import type { Heading, Html, Link, Paragraph, PhrasingContent, Text } from 'mdast';
import { withoutForbidden } from './passage.ts';

/** Titles, labels and tags are single lines, whatever a feed puts into them. */
export function toLine(text: string): string {
  return withoutForbidden(text).replace(/\s+/g, ' ').trim();
}

export function textOf(value: string): Text {
  return { type: 'text', value };
}

export function linkOf(url: string, words: string): Link {
  return { type: 'link', url, children: [textOf(words)] };
}

export function paragraphOf(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function headingOf(depth: Heading['depth'], ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

/** Written as it is: for what a program is to act on, such as a block's id. Never for a text. */
export function verbatim(value: string): Html {
  return { type: 'html', value };
}

/** The day as the author's clock had it; undefined when the text does not begin with one. */
export function dayOf(instant: string | undefined): string | undefined {
  return instant?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];
}
