import type { MapOfferProps } from '../../../components/blog-map-offer.tsx';
import type { Site } from '../../../lib/blog/site.ts';
import type { Services } from '../../pages/services.ts';
import { useQuery } from '../../pages/use-query.ts';

/** The feed as the map needs it: whether to speak of it at all, and what to say. */
export interface MapFeed extends Omit<MapOfferProps, 'isEmpty'> {
  /** Whether it is being read, or has never been read to its end. */
  isOffered: boolean;
}

/** The reading of the feed of the blog, or of another site, which the background does, and the way to ask for it. */
export function useFeed(
  { posts, background }: Pick<Services, 'posts' | 'background'>,
  site: Site,
): MapFeed {
  const { value } = useQuery(async () => (await posts.findFeedState(site)) ?? 'never', [site]);
  const feed = value === 'never' ? undefined : value;
  const warn = (error: unknown) => console.warn('Waymark: the background did not answer', error);
  return {
    isOffered:
      value === 'never' ||
      (feed !== undefined && (feed.status === 'reading' || feed.completed === undefined)),
    feed,
    onFetch: () => background.refreshPosts({ evenIfFresh: true, site }).catch(warn),
    onCancel: () => background.cancelRefresh({ site }).catch(warn),
  };
}
