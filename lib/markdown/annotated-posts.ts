import type { Annotation } from '../annotation/annotation.ts';
import type { Post } from '../blog/post.ts';
import type { AnnotatedPost } from './annotated-post.ts';

/**
 * Annotations under the posts they belong to: posts in the order in which they were published,
 * annotations in the order given. A post that is not known is called by its address.
 */
export function toAnnotatedPosts(
  annotations: readonly Annotation[],
  posts: readonly Post[],
): AnnotatedPost[] {
  const known = new Map<string, Post>(posts.map((post) => [post.permalink, post]));
  const bySource = Map.groupBy(annotations, ({ target }) => target.source);
  return Array.from(bySource, ([permalink, list]) => {
    const post = known.get(permalink);
    const { title = permalink, labels = [], published } = post ?? {};
    return {
      permalink,
      title,
      labels,
      ...(published && { published }),
      ...(post && !post.excerpt && { text: post.text }),
      annotations: list,
    };
  }).sort((a, b) => ((a.published ?? a.permalink) < (b.published ?? b.permalink) ? -1 : 1));
}
