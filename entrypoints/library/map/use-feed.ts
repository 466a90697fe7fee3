import type { MapOfferProps } from '../../../components/blog-map-offer.tsx';
import type { Services } from '../../pages/services.ts';
import { useQuery } from '../../pages/use-query.ts';

/**
 * The reading of the blog's feed, which the background does: how far it is, and how to ask for it.
 * `isOffered` while the feed has never been read to its end.
 */
export function useFeed({ posts, background }: Pick<Services, 'posts' | 'background'>): Omit<
  MapOfferProps,
  'isEmpty'
> & {
  isOffered: boolean;
} {
  const { value: feed } = useQuery(async () => (await posts.findFeedState()) ?? 'never', []);
  const state = feed === 'never' ? undefined : feed;
  return {
    isOffered: feed !== undefined && state?.completed === undefined,
    progress:
      state?.status === 'reading' ? { received: state.received, total: state.total } : undefined,
    error: state?.status === 'failed' ? (navigator.onLine ? 'failed' : 'offline') : undefined,
    onFetch: () =>
      background.refreshPosts({ evenIfFresh: true }).catch((error: unknown) => {
        console.warn('Waymark: the background did not answer', error);
      }),
  };
}
