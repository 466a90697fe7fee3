import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBindings, NO_LABEL, OTHER_LABELS } from '../../components/blog-map-bindings.ts';
import { ARRANGEMENTS, type Arrangement, toGroups } from '../../components/blog-map-groups.ts';
import { layOutShelves, type Shelves, THINNEST } from '../../components/blog-map-layout.ts';
import { moveByKey } from '../../components/blog-map-moves.ts';
import type { MapPost } from '../../components/blog-map-post.ts';
import { fitTitle, widthOf } from '../../components/blog-map-spine.ts';
import { aMapPost, anyPosts } from './map-posts.ts';

function layOut(posts: readonly MapPost[], width: number, arrangement: Arrangement = 'year') {
  return layOutShelves(toGroups(posts, arrangement, createBindings(posts)), width, 34);
}

/** What holds of every picture of every blog. */
function forAnyShelves(law: (shelves: Shelves, posts: readonly MapPost[]) => void): void {
  const width = fc.integer({ min: 100, max: 1600 });
  fc.assert(
    fc.property(anyPosts(), width, fc.constantFrom(...ARRANGEMENTS), (posts, width, arrangement) =>
      law(layOut(posts, width, arrangement), posts),
    ),
  );
}

test('every post has one book', () => {
  forAnyShelves(({ books }, posts) => {
    const drawn = books.map(({ post }) => post.permalink).sort();
    expect(drawn).toEqual(posts.map(({ permalink }) => permalink).sort());
  });
});

test('no two books overlap, and each stands on its board', () => {
  forAnyShelves(({ books, boards }) => {
    books.forEach((book, i) => {
      const next = books[i + 1];
      if (next?.board === book.board) expect(next.x).toBeGreaterThan(book.x + book.width);
      else if (next) expect(next.board).toBe(book.board + 1);
      expect(book.y + book.height).toBeCloseTo(boards[book.board] ?? Number.NaN, 6);
    });
  });
});

test('nothing sticks out of the picture', () => {
  forAnyShelves(({ books, runs, boards, width, height }) => {
    for (const { x, y, width: wide } of books) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThan(0);
    }
    for (const { x, width: wide } of runs) expect(x + wide).toBeLessThanOrEqual(width);
    expect(boards.at(-1)).toBeLessThan(height);
  });
});

test('the name of a year stands under its books, and no two names overlap', () => {
  forAnyShelves(({ books, runs }) => {
    runs.forEach((run, i) => {
      const next = runs[i + 1];
      if (next?.board === run.board) expect(next.x).toBeGreaterThan(run.x + run.width);
    });
    for (const book of books) {
      const under = runs.filter(
        ({ board, x, width }) =>
          board === book.board && x <= book.x && book.x + book.width <= x + width,
      );
      expect(under).toHaveLength(1);
    }
  });
});

test('a year that does not fit on a board begins with more than a single book', () => {
  forAnyShelves(({ books, width }) => {
    if (width < 320) return;
    for (const [, group] of Map.groupBy(books, (book) => book.group)) {
      const [first] = group;
      const beside = group.filter(({ board }) => board === first?.board);
      if (group.length > 2) expect(beside.length).toBeGreaterThan(1);
    }
  });
});

test('every book can be met by a finger, and a longer post never has the smaller book', () => {
  forAnyShelves(({ books }) => {
    const byLength = books.toSorted((a, b) => a.post.words - b.post.words);
    byLength.forEach((book, i) => {
      expect(Math.min(book.width, book.height)).toBeGreaterThanOrEqual(THINNEST);
      const longer = byLength[i + 1];
      if (!longer) return;
      expect(longer.width).toBeGreaterThanOrEqual(book.width);
      expect(longer.height).toBeGreaterThanOrEqual(book.height);
    });
  });
});

test('a few books are drawn large, many as small as they may be', () => {
  const blogOf = (size: number) => Array.from({ length: size }, () => aMapPost());
  expect(layOut(blogOf(20), 1200).books[0]?.width).toBeGreaterThan(50);
  expect(layOut(blogOf(1000), 1200).books[0]?.width).toBeLessThan(36);
});

test('years follow each other, and within a year the books of a label stand together', () => {
  const posts = [
    aMapPost({ title: 'c', year: 2016, labels: ['hiring'] }),
    aMapPost({ title: 'b', year: 2015, labels: ['teams'] }),
    aMapPost({ title: 'a', year: 2015, labels: ['hiring'] }),
    aMapPost({ title: 'd', year: 2016, labels: ['teams'] }),
    aMapPost({ title: 'e', year: 2016, labels: ['hiring'] }),
  ];
  const titles = (arrangement: Arrangement) =>
    layOut(posts, 1200, arrangement).books.map(({ post }) => post.title);
  expect(titles('year').join('')).toBe('abced');
  expect(titles('label').join('')).toBe('acebd');
});

test('a post is bound in the rarest of its labels, unless that is too rare for a binding', () => {
  const posts = [
    aMapPost({ labels: ['common', 'rare'] }),
    aMapPost({ labels: ['common'] }),
    aMapPost({ labels: ['common'] }),
    aMapPost({ labels: ['rare'] }),
    aMapPost({ labels: [] }),
  ];
  const { bindingOf } = createBindings(posts);
  expect(posts.map(bindingOf)).toEqual([1, 0, 0, 1, NO_LABEL]);
  const many = Array.from({ length: 9 }, (_, i) => aMapPost({ labels: [`label ${i}`] }));
  expect(many.map(createBindings(many).bindingOf)).toEqual([
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    OTHER_LABELS,
    OTHER_LABELS,
  ]);
});

test('the right arrow leads through all books and the left one back', () => {
  forAnyShelves(({ books }) => {
    const [first] = books;
    if (!first) return;
    let here = moveByKey('Home', books, books.at(-1) ?? first) ?? first;
    const way = [here];
    for (let next = moveByKey('ArrowRight', books, here); next; ) {
      expect(moveByKey('ArrowLeft', books, next)).toBe(here);
      here = next;
      way.push(here);
      next = moveByKey('ArrowRight', books, here);
    }
    expect(way).toEqual(books);
    expect(moveByKey('End', books, first)).toBe(here);
  });
});

test('up and down lead to the nearest book of the next board, and end at the last', () => {
  forAnyShelves(({ books, boards }) => {
    const middle = (book: { x: number; width: number }) => book.x + book.width / 2;
    for (const book of books.slice(0, 20)) {
      const below = moveByKey('ArrowDown', books, book);
      expect(below?.board).toBe(book.board + 1 < boards.length ? book.board + 1 : undefined);
      for (const other of books.filter(({ board }) => board === below?.board)) {
        expect(Math.abs(middle(other) - middle(book))).toBeGreaterThanOrEqual(
          Math.abs(middle(below ?? book) - middle(book)),
        );
      }
      expect(moveByKey('ArrowUp', books, book)?.board).toBe(
        book.board > 0 ? book.board - 1 : undefined,
      );
    }
  });
});

test('Page Down leads to the next year, Page Up to the start of this one and then to the last', () => {
  const posts = [2014, 2014, 2015, 2015].map((year) => aMapPost({ year }));
  const { books } = layOut(posts, 1200);
  const [a, , c, d] = books;
  if (!a || !c || !d) throw new Error('There are four books');
  expect(moveByKey('PageDown', books, a)).toBe(c);
  expect(moveByKey('PageDown', books, c)).toBeUndefined();
  expect(moveByKey('PageUp', books, d)).toBe(c);
  expect(moveByKey('PageUp', books, c)).toBe(a);
  expect(moveByKey('x', books, a)).toBeUndefined();
  expect(moveByKey('constructor', books, a)).toBeUndefined();
});

test('a title on a spine keeps to its lines, and to the room there is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.integer({ min: 1, max: 2 }),
      (title, room, most) => {
        const lines = fitTitle(title, room, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room + 1e-9);
      },
    ),
  );
});

test('a title breaks between words, and is cut only where it must be', () => {
  expect(fitTitle('On delegation', 20)).toEqual(['On delegation']);
  expect(fitTitle('Locks, leases & fencing tokens', 9, 2)).toEqual([
    'Locks, leases &',
    'fencing tokens',
  ]);
  const [cut] = fitTitle('Locks, leases & fencing tokens', 6);
  expect(cut).toMatch(/^Locks.*…$/);
  expect(fitTitle('Locks, leases & fencing tokens', 1)).toEqual([]);
});
