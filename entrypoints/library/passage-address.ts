import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import { createPassageLinks } from '../../lib/markdown/passage-link.ts';

/** Where a post opens at a passage: the same address that an export gives it. */
export type PassageAddress = (annotation: Annotation) => string;

/** Each post is looked into when one of its passages is first drawn, and then remembered. */
export function createPassageAddress(posts: readonly Post[]): PassageAddress {
  const known = new Map<string, Post>(posts.map((post) => [post.permalink, post]));
  const links = new Map<string, PassageAddress>();
  return (annotation) => {
    const { source } = annotation.target;
    const find = links.get(source) ?? createLinks(source, known.get(source));
    links.set(source, find);
    return find(annotation);
  };
}

function createLinks(permalink: string, post: Post | undefined): PassageAddress {
  return createPassageLinks({
    permalink,
    title: '',
    labels: [],
    annotations: [],
    // Of what is not known as a whole, nobody can say that a passage stands in it once.
    ...(post && !post.excerpt && { text: post.text }),
  });
}
