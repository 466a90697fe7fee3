import type { Annotation } from '../annotation/annotation.ts';

/** A post and what the reader has marked and written in it. */
export interface AnnotatedPost {
  permalink: string;
  title: string;
  labels: readonly string[];
  /** ISO 8601; the day is taken as the author's clock had it. */
  published?: string;
  /** The whole text, paragraphs parted by blank lines; passages are linked to by it. */
  text?: string;
  /** Posts about the same thing, nearest first, to be listed below. */
  related?: readonly { permalink: string; title: string }[];
  /** In the order in which they are to be written. */
  annotations: readonly Annotation[];
}
