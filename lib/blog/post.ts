import type { Permalink } from './permalink.ts';

/** What Waymark keeps of a post, read from the blog's feed or from a page that shows it. */
export interface Post {
  permalink: Permalink;
  title: string;
  labels: string[];
  /** ISO 8601; absent when neither page nor feed tells. */
  published?: string;
  /** Paragraphs as plain text, separated by blank lines. */
  text: string;
  /** True when the text is only the beginning: a short feed, or a page that stops at a jump. */
  excerpt: boolean;
}
