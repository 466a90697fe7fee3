import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { AnnotatedPost } from '../../lib/markdown/annotated-post.ts';
import { toAnnotatedPosts } from '../../lib/markdown/annotated-posts.ts';
import type { NamedPost, RelatedTitles } from '../../lib/storage/related-titles.ts';
import type { Pace } from '../pages/pace.ts';

/** As many related posts as are worth a line below a post's notes. */
const MOST_RELATED = 3;

/** Posts whose lists are read in one go: a few milliseconds of work. */
const CHUNK = 20;

/** Annotations under their posts; with the posts related to each, if they are wanted. */
export async function annotatedPosts(
  annotations: readonly Annotation[],
  posts: readonly Post[],
  { related, pace }: { related?: RelatedTitles | undefined; pace: Pace },
): Promise<AnnotatedPost[]> {
  const annotated = toAnnotatedPosts(annotations, posts);
  if (!related) return annotated;
  const sources = new Set<string>(annotated.map(({ permalink }) => permalink));
  const wanted = posts.flatMap(({ permalink }) => (sources.has(permalink) ? [permalink] : []));
  const relatedTo = new Map<string, NamedPost[]>();
  for (let from = 0; from < wanted.length; from += CHUNK) {
    const found = await related.find(wanted.slice(from, from + CHUNK));
    for (const [permalink, others] of found) relatedTo.set(permalink, others);
    const turn = pace.pause();
    if (turn) await turn;
  }
  const unlisted = wanted.filter((permalink) => !relatedTo.has(permalink));
  if (unlisted.length > 0) await compare(unlisted, posts, pace, relatedTo);
  return annotated.map((post) => ({
    ...post,
    related: (relatedTo.get(post.permalink) ?? []).slice(0, MOST_RELATED),
  }));
}

/** For posts whose lists have not been made yet: what the lists would be made of. */
async function compare(
  unlisted: readonly Permalink[],
  posts: readonly Post[],
  pace: Pace,
  relatedTo: Map<string, NamedPost[]>,
): Promise<void> {
  const { createRelatedness } = await import('../../lib/relatedness/index.ts');
  const relatedness = createRelatedness([]);
  for (const post of posts.filter(({ gone }) => !gone)) {
    relatedness.save(post);
    const turn = pace.pause();
    if (turn) await turn;
  }
  for (const permalink of unlisted) {
    const near = relatedness.related(permalink, { limit: MOST_RELATED });
    const named = near.map(({ post }) => ({ permalink: post.permalink, title: post.title }));
    relatedTo.set(permalink, named);
    const turn = pace.pause();
    if (turn) await turn;
  }
}
