import type { Annotation } from '../annotation/annotation.ts';
import type { AnnotatedPost } from './annotated-post.ts';
import type { MarkdownWords } from './words.ts';

/** What may be chosen about a document. */
export interface MarkdownOptions {
  /** For whom it is written; plain CommonMark, unless said otherwise. */
  flavour?: FlavourName;
  /** When the export was made, to be told at its end; nothing is told without it. */
  exported?: Date;
  /** What Waymark says in it; English, unless said otherwise. */
  words?: MarkdownWords;
  /** Whether the labels of a post are written; they are, unless said otherwise. */
  labels?: boolean;
}

/** CommonMark for everyone, and two programs that read more into it. */
export const FLAVOURS = ['commonmark', 'obsidian', 'logseq'] as const;
export type FlavourName = (typeof FLAVOURS)[number];

/** What is the same in all of a document. */
export interface DocumentContext {
  words: MarkdownWords;
  /** Whether the document is about one post, so that it can say so in its properties. */
  isAlone: boolean;
  labels: boolean;
}

/** What is the same in all of a post. */
export interface PostContext extends DocumentContext {
  post: AnnotatedPost;
  /** The address of a passage. */
  addressOf: (annotation: Annotation) => string;
}

/** How the parts of a document are written. Each answers whole lines, or nothing at all. */
export interface Flavour {
  /** The beginning of a document of several posts. */
  title(context: DocumentContext): string;
  /** What is said of the post before its annotations. */
  post(context: PostContext): string;
  annotation(annotation: Annotation, context: PostContext): string;
  /** The heading over what follows in the post. */
  questions(context: PostContext): string;
  /** Whether annotations stand deeper because a heading is over them. */
  question(annotation: Annotation, context: PostContext): string;
  related(context: PostContext): string;
  /** The end of the document. */
  exported(day: string, context: DocumentContext): string;
}
