import type { Group } from './blog-map-groups.ts';
import type { MapPost } from './blog-map-post.ts';

/*
 * The picture: posts are books, which stand on shelves side by side, a year after the other, each
 * as tall and as thick as its post is long. Lengths are CSS pixels at normal text size.
 */

/** A post's book and where it stands; `y` is its top. */
export interface Book {
  post: MapPost;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The board it stands on, and the group it belongs to, both from 0. */
  board: number;
  group: number;
}

/** The part of a group that stands on one board: what the plate under it names. */
export interface Run {
  /** The key of the group. */
  key: number;
  x: number;
  width: number;
  board: number;
}

export interface Shelves {
  width: number;
  height: number;
  /** The top of each board. */
  boards: readonly number[];
  runs: readonly Run[];
  /** In the order of their groups, from left to right and from the top down. */
  books: readonly Book[];
}

/** The thinnest book: a target that a finger meets (WCAG 2.2, success criterion 2.5.8). */
export const THINNEST = 24;
const THICKEST = 46;
/** A long post's book is thicker than a short one's by so much. */
const THICKENING = 0.3;
/** The tallest book: so many thicknesses and so much more; and the shortest as a share of it. */
const TALLEST = { thicknesses: 3.2, more: 60 };
const SHORTEST = 0.5;
/** Beyond the length that so many posts stay below, all books are as tall as the tallest. */
const USUAL = 0.95;

/** Between books, between groups, at the ends of a board. */
const GAP = 2;
const GROUP_GAP = 14;
export const MARGIN = 10;
/** A group that is split begins with so many books at least. */
const FEWEST_TO_BEGIN = 3;
/** Above the tallest book, for what sticks out; the board; the plates under it. */
const HEADROOM = 22;
export const BOARD = 9;
export const PLATE = 22;
/** A few posts are drawn large; many, so that about this height holds as much as it can. */
const WANTED_HEIGHT = 760;
/** No board is narrower, however narrow the window. */
const NARROWEST = 110;

/** Put the groups on shelves of a width. A plate needs `plateWidth`, even under a single book. */
export function layOutShelves(
  groups: readonly Group[],
  givenWidth: number,
  plateWidth: number,
): Shelves {
  const width = Math.max(NARROWEST, givenWidth);
  const posts = groups.flatMap((group) => group.posts);
  const unit = thicknessFor(posts.length, width);
  const tallest = unit * TALLEST.thicknesses + TALLEST.more;
  const shareOf = createShare(posts);
  const pitch = HEADROOM + tallest + BOARD + PLATE;
  const end = width - MARGIN;

  const books: Book[] = [];
  const runs: Run[] = [];
  let board = 0;
  let x = MARGIN;

  groups.forEach(({ key, posts: members }, group) => {
    const widths = members.map((post) => Math.round(unit * (1 + THICKENING * shareOf(post))));
    const whole = Math.max(plateWidth, sum(widths) + GAP * (members.length - 1));
    // And none begins at the end of a board with a book that would stand there alone.
    const beginning = widths.slice(0, FEWEST_TO_BEGIN);
    const first = Math.max(plateWidth, sum(beginning) + GAP * (beginning.length - 1));
    // A group is kept together where that leaves no more than half a board empty.
    const staysWhole = whole <= width / 2;
    if (x > MARGIN && x + (staysWhole ? whole : first) > end) {
      board += 1;
      x = MARGIN;
    }
    let from = x;
    const close = () => {
      const used = x - GAP - from;
      runs.push({ key, x: from, width: Math.max(plateWidth, used), board });
      x = from + Math.max(plateWidth, used) + GROUP_GAP;
    };
    members.forEach((post, i) => {
      const thickness = widths[i] ?? unit;
      if (x > from && x + thickness > end) {
        close();
        board += 1;
        from = MARGIN;
        x = MARGIN;
      }
      const height = Math.round(tallest * (SHORTEST + (1 - SHORTEST) * shareOf(post)));
      const y = pitch * board + HEADROOM + tallest - height;
      books.push({ post, x, y, width: thickness, height, board, group });
      x += thickness + GAP;
    });
    close();
  });

  const boards = Array.from({ length: board + 1 }, (_, i) => pitch * i + HEADROOM + tallest);
  return { width, height: pitch * (board + 1), boards, runs, books };
}

/** How thick the thinnest book is: as thick as lets all of them stand in the wanted height. */
function thicknessFor(count: number, width: number): number {
  const fitting = Math.sqrt((WANTED_HEIGHT * width) / (count * (TALLEST.thicknesses + 4)));
  return Math.min(THICKEST, Math.max(THINNEST, Math.floor(fitting)));
}

/**
 * How long each post is beside the longest that is usual, from 0 to 1. The root is taken, so that
 * the area of a book grows about as its length does.
 */
function createShare(posts: readonly MapPost[]): (post: MapPost) => number {
  const lengths = posts.map(({ words }) => words).sort((a, b) => a - b);
  const usual = Math.max(1, lengths[Math.floor((lengths.length - 1) * USUAL)] ?? 1);
  return ({ words }) => Math.sqrt(Math.min(1, words / usual));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
