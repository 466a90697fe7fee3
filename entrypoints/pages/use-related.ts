import { useEffect, useState } from 'preact/hooks';
import type { RelatedPostListProps } from '../../components/related-post-list.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { Related } from '../../lib/relatedness/index.ts';
import type { Services } from './services.ts';
import { openTab } from './tab.ts';
import { useQuery } from './use-query.ts';

/**
 * The posts related to one, from all that are known; the background is asked to read the blog's
 * feed when that is due. The ranking is loaded when there is something to rank.
 */
export function useRelated(
  permalink: Permalink | undefined,
  known: readonly Post[] | undefined,
  { posts, background }: Services,
): RelatedPostListProps {
  const { value: feed } = useQuery(
    async () => (permalink ? posts.findFeedState() : undefined),
    [permalink],
  );
  const [ranked, setRanked] = useState<{ of: Permalink; posts: Related[] }>();
  const refresh = (evenIfFresh: boolean) =>
    background.refreshPosts({ evenIfFresh }).catch((error: unknown) => {
      console.warn('Waymark: the background did not answer', error);
    });
  const cancel = () =>
    background.cancelRefresh().catch((error: unknown) => {
      console.warn('Waymark: the background did not answer', error);
    });
  useEffect(() => {
    if (permalink) refresh(false);
  }, [permalink]);
  useEffect(() => {
    if (!known || !permalink) return;
    let isOver = false;
    import('./rank-related.ts').then(
      ({ rankRelated }) => {
        if (!isOver) setRanked({ of: permalink, posts: rankRelated(known, permalink) });
      },
      (error: unknown) => console.error('Waymark: no posts could be ranked', error),
    );
    return () => {
      isOver = true;
    };
  }, [known, permalink]);

  const related = ranked?.of === permalink ? ranked?.posts : undefined;
  const reading = feed?.status === 'reading';
  return {
    posts: reading && related?.length === 0 ? undefined : related,
    feed,
    onRetry: () => refresh(true),
    onCancel: cancel,
    known: known?.length,
    onOpen: (post) => openTab(post.permalink),
  };
}
