import { useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { Bindings } from './blog-map-bindings.ts';
import { focusBook, MapBooks, postAt } from './blog-map-books.tsx';
import { BookCard } from './blog-map-card.tsx';
import type { Group } from './blog-map-groups.ts';
import { type Book, layOutShelves } from './blog-map-layout.ts';
import { moveByKey } from './blog-map-moves.ts';
import { FocusRing, NextFlag } from './blog-map-overlay.tsx';
import type { MapPost } from './blog-map-post.ts';
import { ShelfBoards } from './blog-map-shelves.tsx';
import type { MapWords } from './blog-map-words.ts';
import { useHeldBook } from './use-held-book.ts';
import { useLingering } from './use-lingering.ts';
import { NORMAL_REM, useWidth } from './use-width.ts';

export interface MapPictureProps {
  groups: readonly Group[];
  nameOf: (key: number) => string;
  bindings: Bindings;
  words: MapWords;
  /** The permalinks of the posts that the filter lets through; absent when it lets all. */
  wanted: ReadonlySet<string> | undefined;
  /** The permalink of the post suggested next: a flag stands over it. */
  next: string | undefined;
  /** Room for the name under the narrowest group, in pixels at normal text size. */
  plateWidth: number;
  onRead: (post: MapPost, isRead: boolean) => void;
}

/** The posts as books on shelves as wide as there is room for. */
export function MapPicture(props: MapPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div class="map-frame" ref={frame}>
      {width !== undefined && <Bookcase {...props} width={width} />}
    </div>
  );
}

/** Links that open the posts, one tab stop for all of them, and a card for one. */
function Bookcase(props: MapPictureProps & { width: number }) {
  const { groups, nameOf, bindings, words, wanted, next, plateWidth, onRead, width } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string>();
  const [isFocused, setFocused] = useState(false);
  const card = useLingering<string>();

  const shelves = useMemo(
    () => layOutShelves(groups, width, plateWidth),
    [groups, width, plateWidth],
  );
  const { reachable, isWanted } = useMemo(() => {
    const isWanted = ({ post }: Book) => !wanted || wanted.has(post.permalink);
    return { isWanted, reachable: shelves.books.filter(isWanted) };
  }, [shelves, wanted]);
  const find = (permalink: string | undefined) =>
    permalink && reachable.find(({ post }) => post.permalink === permalink);
  const tabStop = find(stop) || find(next) || reachable[0];
  const flagged = find(next);
  const onCard = find(card.shown);
  const held = useHeldBook(picture, reachable);

  // Hovering changes the card alone: a thousand books are drawn again only when one has changed.
  const books = useMemo(
    () => <MapBooks {...{ groups, nameOf, shelves, bindings, words, isWanted, tabStop }} />,
    [groups, nameOf, shelves, bindings, words, isWanted, tabStop],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const from = find(postAt(event.target));
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveByKey(event.key, reachable, from);
    if (to) focusBook(picture.current, to.post.permalink);
    else if (event.key.toLowerCase() === 'r') onRead(from.post, from.post.stand !== 'read');
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is interactive
    // biome-ignore lint/a11y/useKeyWithMouseEvents: focus comes by way of onFocusIn
    <div
      class="map-picture"
      ref={picture}
      onKeyDown={onKeyDown}
      onMouseOver={({ target }) => {
        const over = postAt(target);
        if (over) card.show(over);
        else if ((target as Element).closest('.map-card')) card.stay();
        else card.leave();
      }}
      onMouseLeave={card.leave}
      onFocusIn={({ target }) => {
        const post = postAt(target);
        setFocused(post !== undefined);
        if (!post) return card.stay();
        setStop(post);
        card.show(post);
        held.hold(post);
      }}
      onFocusOut={({ relatedTarget }) => {
        setFocused(false);
        held.letGo(relatedTarget);
        card.leave();
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        class="map-shelves"
        role="group"
        aria-label={say('mapPicture')}
        viewBox={`0 0 ${shelves.width} ${shelves.height}`}
        style={{ width: `${shelves.width / NORMAL_REM}rem` }}
      >
        <ShelfBoards shelves={shelves} nameOf={nameOf} />
        {books}
        {flagged && <NextFlag book={flagged} />}
        {isFocused && tabStop && <FocusRing book={tabStop} />}
      </svg>
      {onCard && (
        <BookCard
          book={onCard}
          shelves={shelves}
          words={words}
          onRead={onRead}
          onClose={(hadFocus) => {
            if (hadFocus) focusBook(picture.current, onCard.post.permalink);
            card.show(undefined);
          }}
        />
      )}
    </div>
  );
}
