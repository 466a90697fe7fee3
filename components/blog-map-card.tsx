import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { Book, Shelves } from './blog-map-layout.ts';
import type { MapPost } from './blog-map-post.ts';
import type { MapWords } from './blog-map-words.ts';
import { NORMAL_REM } from './use-width.ts';

/** How wide a card is, and how far from its book, in pixels at normal text size. */
const CARD = { width: 272, distance: 8 };

export interface BookCardProps {
  book: Book;
  shelves: Shelves;
  words: MapWords;
  onRead: (post: MapPost, isRead: boolean) => void;
  /** Escape was pressed, wherever the focus is. */
  onClose: (hadFocus: boolean) => void;
}

/** What a post is, beside its book. Books of the first board have it below, all others above. */
export function BookCard({ book, shelves, words, onRead, onClose }: BookCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose(card.current?.contains(document.activeElement) ?? false);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  const { post, x, y, width, height, board } = book;
  const middle = x + width / 2 - CARD.width / 2;
  const left = Math.max(0, Math.min(middle, shelves.width - CARD.width));
  const isRead = post.stand === 'read';
  return (
    <div
      class="map-card"
      ref={card}
      style={{
        left: `${left / NORMAL_REM}rem`,
        width: `${Math.min(CARD.width, shelves.width) / NORMAL_REM}rem`,
        ...(board === 0
          ? { top: `${(y + height + CARD.distance) / NORMAL_REM}rem` }
          : { bottom: `${(shelves.height - y + CARD.distance) / NORMAL_REM}rem` }),
      }}
    >
      <p class="map-card-title">{post.title}</p>
      <p class="map-card-facts">
        {[words.day(post), words.minutes(post), words.stand(post), ...words.counts(post)].map(
          (fact) => (
            <span key={fact}>{fact}</span>
          ),
        )}
      </p>
      {post.labels.length > 0 && (
        <p class="map-card-labels">
          {post.labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </p>
      )}
      <button type="button" class="button" onClick={() => onRead(post, !isRead)}>
        {say(isRead ? 'mapMarkUnread' : 'mapMarkRead')}{' '}
        <kbd aria-hidden translate={false}>
          R
        </kbd>
      </button>
    </div>
  );
}
