import type { Book } from './blog-map-layout.ts';

type Move = (books: readonly Book[], from: Book) => Book | undefined;

/** What each key does among the books. */
const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: (books, from) => books[books.indexOf(from) + 1],
  ArrowLeft: (books, from) => books[books.indexOf(from) - 1],
  ArrowDown: (books, from) => nearest(books, from, 1),
  ArrowUp: (books, from) => nearest(books, from, -1),
  PageDown: (books, from) => books.find(({ group }) => group > from.group),
  PageUp: (books, from) => firstOfGroupBefore(books, from),
  Home: (books) => books[0],
  End: (books) => books.at(-1),
};

/**
 * The book a key leads to: arrows to its neighbours on the shelf and on the boards above and
 * below, Page Up and Page Down to another year or label, Home and End to the ends. Undefined for
 * other keys, and where there is nothing further.
 */
export function moveByKey(key: string, books: readonly Book[], from: Book): Book | undefined {
  return Object.hasOwn(MOVES, key) ? MOVES[key]?.(books, from) : undefined;
}

/** The book nearest to being above or below, on the next board in that direction that has any. */
function nearest(books: readonly Book[], from: Book, step: 1 | -1): Book | undefined {
  const beyond = books.filter(({ board }) => (board - from.board) * step > 0);
  const board = (step === 1 ? beyond[0] : beyond.at(-1))?.board;
  const distance = (book: Book) => Math.abs(middleOf(book) - middleOf(from));
  return beyond
    .filter((book) => book.board === board)
    .reduce<Book | undefined>(
      (best, book) => (best && distance(best) <= distance(book) ? best : book),
      undefined,
    );
}

/** The first book of this group, or, from there, of the one before. */
function firstOfGroupBefore(books: readonly Book[], from: Book): Book | undefined {
  const first = books.find(({ group }) => group === from.group);
  if (first && first !== from) return first;
  const group = books.findLast((book) => book.group < from.group)?.group;
  return books.find((book) => book.group === group);
}

function middleOf({ x, width }: Book): number {
  return x + width / 2;
}
