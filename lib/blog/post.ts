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
  /** The other posts of the blog that the text links to, in its order, each once. */
  links?: Permalink[];
  /** Blogger's id of the post; absent while it was read from pages only. */
  entryId?: string;
  /** Since when the feed, read as a whole, has not had this post any more. ISO 8601. */
  gone?: string;
  /** The address under which the feed now has this post. */
  movedTo?: Permalink;
}

/**
 * The most that is kept of one post: counts of things, and lengths in UTF-16 units. A megabyte of
 * text is a book; beyond it somebody is filling the reader's disk.
 */
export const POST_LIMITS = { line: 1000, labels: 100, text: 1_000_000, links: 100 } as const;

/** The post, cut down to what is kept. One whose text had to be cut is an excerpt. */
export function withinLimits(post: Post): Post {
  const { line, labels, text, links } = POST_LIMITS;
  return {
    ...post,
    title: post.title.slice(0, line),
    labels: post.labels.slice(0, labels).map((label) => label.slice(0, line)),
    text: post.text.slice(0, text),
    excerpt: post.excerpt || post.text.length > text,
    ...(post.links && { links: post.links.slice(0, links) }),
  };
}
