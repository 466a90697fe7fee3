import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { AnnotatedPost } from '../../lib/markdown/annotated-post.ts';
import { toAnnotatedPosts } from '../../lib/markdown/annotated-posts.ts';
import type { Pace } from '../pages/pace.ts';

/** As many related posts as are worth a line below a post's notes. */
const RELATED = 3;

/** Annotations under their posts; with the posts related to each, if they are wanted. */
export async function annotatedPosts(
  annotations: readonly Annotation[],
  posts: readonly Post[],
  { related, pace }: { related: boolean; pace: Pace },
): Promise<AnnotatedPost[]> {
  const annotated = toAnnotatedPosts(annotations, posts);
  if (!related) return annotated;
  const { createRelatedness } = await import('../../lib/relatedness/index.ts');
  const relatedness = createRelatedness([]);
  for (const post of posts.filter(({ gone }) => !gone)) {
    relatedness.save(post);
    const turn = pace.pause();
    if (turn) await turn;
  }
  const known = new Map<string, Post>(posts.map((post) => [post.permalink, post]));
  const withRelated: AnnotatedPost[] = [];
  for (const post of annotated) {
    const permalink = known.get(post.permalink)?.permalink;
    const nearest = permalink ? relatedness.related(permalink, { limit: RELATED }) : [];
    withRelated.push({
      ...post,
      related: nearest.map((one) => ({ permalink: one.post.permalink, title: one.post.title })),
    });
    const turn = pace.pause();
    if (turn) await turn;
  }
  return withRelated;
}
