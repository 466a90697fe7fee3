import { useEffect, useMemo } from 'preact/hooks';
import type { RelatedPostListProps } from '../../components/related-post-list.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import { createRelatedness } from '../../lib/relatedness/index.ts';
import type { Services } from './services.ts';
import { openTab } from './tab.ts';
import { useQuery } from './use-query.ts';

/**
 * The posts related to one, from all that are known; the background is asked to read the blog's
 * feed when that is due.
 */
export function useRelated(
  permalink: Permalink | undefined,
  known: readonly Post[] | undefined,
  { posts, background }: Services,
): RelatedPostListProps {
  const { value: feed } = useQuery(() => posts.findFeedState(), []);
  const refresh = (evenIfFresh: boolean) =>
    background.refreshPosts({ evenIfFresh }).catch((error: unknown) => {
      console.warn('Waymark: the background did not answer', error);
    });
  useEffect(() => {
    if (permalink) refresh(false);
  }, [permalink]);

  const related = useMemo(
    () => known && permalink && createRelatedness(known).related(permalink),
    [known, permalink],
  );
  const reading = feed?.status === 'reading';
  return {
    posts: reading && related?.length === 0 ? undefined : related,
    progress: reading ? { received: feed.received, total: feed.total } : undefined,
    error: feed?.status === 'failed' ? (navigator.onLine ? 'failed' : 'offline') : undefined,
    onRetry: () => refresh(true),
    known: known?.length,
    onOpen: (post) => openTab(post.permalink),
  };
}
