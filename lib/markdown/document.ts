import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toMarkdown as serialise } from 'mdast-util-to-markdown';
import { type Annotation, noteOf } from '../annotation/annotation.ts';
import { isWholePost } from '../annotation/target.ts';
import { noteToBlocks } from './note.ts';
import { passageToQuote, withoutForbidden } from './passage.ts';

/** A post and what the reader has marked and written in it. */
export interface AnnotatedPost {
  permalink: string;
  title: string;
  labels: readonly string[];
  /** ISO 8601; the day is taken as the author's clock had it. */
  published?: string;
  /** In the order in which they are to be written. */
  annotations: readonly Annotation[];
}

export interface MarkdownOptions {
  /** When the export was made, to be told at its end; nothing is told without it. */
  exported?: Date;
}

/**
 * Annotations as CommonMark. One post makes a document with the post's title as its heading;
 * several stand under a heading of their own each, in a document called "Reading notes". Under
 * the post's title, which links to it, come its day and labels, then every annotation: the
 * passage as a block quote, and the reader's note below it. Deleted annotations are left out.
 *
 * Read as CommonMark, the result holds each passage's very text, paragraphs and line breaks,
 * except for what {@link toHoldable} names; what becomes of a note {@link noteToBlocks} tells.
 * The result ends with a line ending; it is empty when there are no posts.
 */
export function toMarkdown(posts: readonly AnnotatedPost[], options: MarkdownOptions): string {
  if (posts.length === 0) return '';
  const only = posts.length === 1;
  const depth = only ? 1 : 2;
  const root: Root = {
    type: 'root',
    children: [
      ...(only ? [] : [headingOf(1, 'Reading notes')]),
      ...posts.flatMap((post) => postToBlocks(post, depth)),
      ...(options.exported ? [paragraphOf(`Exported ${dayOf(options.exported)}`)] : []),
    ],
  };
  return serialise(root, { bullet: '-', listItemIndent: 'one' });
}

function postToBlocks(post: AnnotatedPost, depth: 1 | 2): RootContent[] {
  const title = toLine(post.title) || post.permalink;
  const details = [
    post.published?.match(/^\d{4}-\d{2}-\d{2}/)?.[0],
    post.labels.map(toLine).filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
  return [
    headingOf(depth, title, post.permalink),
    ...(details ? [paragraphOf(details)] : []),
    ...post.annotations
      .filter(({ deleted }) => !deleted)
      .flatMap((annotation) => [
        ...(isWholePost(annotation.target) ? [] : [passageToQuote(annotation.target.passage)]),
        ...noteToBlocks(noteOf(annotation), depth),
      ]),
  ];
}

function headingOf(depth: 1 | 2, value: string, url?: string): Heading {
  const text = { type: 'text', value } as const;
  return {
    type: 'heading',
    depth,
    children: url === undefined ? [text] : [{ type: 'link', url, children: [text] }],
  };
}

function paragraphOf(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** Titles and labels are single lines, whatever a feed puts into them. */
function toLine(text: string): string {
  return withoutForbidden(text).replace(/\s+/g, ' ').trim();
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
