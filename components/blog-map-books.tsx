import { sayCount } from '../lib/language/say.ts';
import type { Bindings } from './blog-map-bindings.ts';
import { BookSpine } from './blog-map-book.tsx';
import type { Group } from './blog-map-groups.ts';
import type { Book, Shelves } from './blog-map-layout.ts';
import type { MapWords } from './blog-map-words.ts';
import { toWebAddress } from './web-address.ts';

export interface MapBooksProps {
  groups: readonly Group[];
  nameOf: (key: number) => string;
  shelves: Shelves;
  bindings: Bindings;
  words: MapWords;
  isWanted: (book: Book) => boolean;
  /** The one book that the Tab key stops at. */
  tabStop: Book | undefined;
}

/** The books of every group: links to their posts, or, where the filter leaves them out, shadows. */
export function MapBooks(props: MapBooksProps) {
  const { groups, nameOf, shelves, bindings, words, isWanted, tabStop } = props;
  const books = Map.groupBy(shelves.books, ({ group }) => group);
  return groups.map(({ key, posts }, group) => (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: this is SVG's g, which is not
    <g key={key} role="group" aria-label={`${nameOf(key)}: ${sayCount('mapPosts', posts.length)}`}>
      {books.get(group)?.map((book) => {
        const { post, x, y, width, height } = book;
        const binding = bindings.bindingOf(post);
        const shared = {
          key: post.permalink,
          'data-binding': binding,
          'data-stand': post.stand,
          transform: `translate(${x} ${y})`,
          children: <BookSpine look={{ ...post, width, height, binding }} />,
        };
        if (!isWanted(book)) return <g {...shared} class="book book-away" aria-hidden />;
        return (
          <a
            {...shared}
            class="book"
            href={toWebAddress(post.permalink)}
            target="_blank"
            rel="noopener"
            data-post={post.permalink}
            // As the attribute is spelt: in SVG nothing translates the property's name.
            tabindex={book === tabStop ? 0 : -1}
            aria-label={words.name(post)}
          />
        );
      })}
    </g>
  ));
}

/** The permalink of the book that something happened in. */
export function postAt(target: EventTarget | null): string | undefined {
  const book = target instanceof Element ? target.closest('[data-post]') : undefined;
  return book?.getAttribute('data-post') ?? undefined;
}

/** Put the focus on the book of a post. A permalink holds nothing that a selector would mistake. */
export function focusBook(within: Element | null, permalink: string): void {
  within?.querySelector<SVGAElement>(`[data-post="${permalink}"]`)?.focus();
}
