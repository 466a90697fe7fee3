import { say } from '../lib/language/say.ts';
import { FetchProgress, type FetchProgressProps } from './fetch-progress.tsx';

export interface MapOfferProps extends Pick<FetchProgressProps, 'feed' | 'onCancel'> {
  /** Whether no post is known at all, rather than only those that were visited. */
  isEmpty: boolean;
  /** Read the blog's feed, now. */
  onFetch: () => void;
}

/** Offers to read the blog, whose posts the map would show, and says how far that is. */
export function MapOffer({ isEmpty, feed, onFetch, onCancel }: MapOfferProps) {
  const isIdle = !feed || feed.status === 'done';
  return (
    <div class="map-offer">
      {isEmpty && <EmptyShelf />}
      {isIdle && (
        <>
          <p>{say(isEmpty ? 'mapEmpty' : 'mapPartial')}</p>
          <button type="button" class="button primary" onClick={onFetch}>
            {say('mapEmptyRead')}
          </button>
        </>
      )}
      <FetchProgress feed={feed} onRetry={onFetch} onCancel={onCancel} />
    </div>
  );
}

/** A board with one book that leans against nothing much. */
function EmptyShelf() {
  return (
    <svg class="map-offer-shelf" viewBox="0 0 200 84" aria-hidden="true">
      <rect class="map-board" x="0" y="74" width="200" height="9" rx="1.5" />
      <path class="map-board-edge" d="M1 74.5h198" />
      <g class="book" data-binding="0" data-stand="unread">
        <path class="book-cloth" d="M84 74 106 8l14 4.6L99.500 74z" />
        <path class="book-cloth" d="M64 74v-58h18v58z" />
      </g>
    </svg>
  );
}
