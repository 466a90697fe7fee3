import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusBook } from './blog-map-books.tsx';
import type { Book } from './blog-map-layout.ts';

/** What the picture tells of the focus in it. */
export interface HeldBook {
  hold: (permalink: string) => void;
  /** The focus went to something else, or was lost. */
  letGo: (to: EventTarget | null) => void;
}

/**
 * Keeps the focus among the books when the one that has it goes: a post that is marked as read
 * while only unread ones are shown. The next book has it then, as in a list.
 */
export function useHeldBook(
  picture: RefObject<HTMLElement | null>,
  reachable: readonly Book[],
): HeldBook {
  const held = useRef<{ permalink: string; place: number }>(undefined);
  useLayoutEffect(() => {
    const { current: last } = held;
    if (!last || document.activeElement !== document.body) return;
    if (reachable.some(({ post }) => post.permalink === last.permalink)) return;
    const next = reachable[Math.min(last.place, reachable.length - 1)];
    if (next) focusBook(picture.current, next.post.permalink);
  }, [picture, reachable]);
  return {
    hold(permalink) {
      const place = reachable.findIndex(({ post }) => post.permalink === permalink);
      held.current = { permalink, place };
    },
    letGo(to) {
      if (to instanceof Node && !picture.current?.contains(to)) held.current = undefined;
    },
  };
}
