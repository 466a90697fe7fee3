import { similarityOf, type Word } from './words.ts';

/** Pairs of words that stand for each other: an index into the pattern, and one into the text. */
export type Pair = readonly [pattern: number, text: number];

/** What it costs to leave out a word of the pattern, or to step over one of the text. */
const MISSING_COST = 0.5;
const INSERTED_COST = 0.3;

/** Below this, one word replaced by another is two different words in the same place. */
const SAME_WORD = 0.5;

/**
 * Align a list of words with the part of a longer list where it fits best, and pair their words.
 *
 * Needleman and Wunsch's dynamic programme with free ends in the text (1970; "semi-global"), on
 * words weighted by their length: a word may be kept, mistyped, replaced, left out or inserted.
 */
export function align(pattern: readonly Word[], text: readonly Word[]): Pair[] {
  const columns = text.length + 1;
  const scores = new Float32Array((pattern.length + 1) * columns);
  const at = (row: number, column: number) => scores[row * columns + column] as number;
  const lengthOf = (word: Word | undefined) => (word as Word).key.length;
  const paired = (row: number, column: number) =>
    at(row - 1, column - 1) + pairScore(pattern[row - 1] as Word, text[column - 1] as Word);
  const missing = (row: number, column: number) =>
    at(row - 1, column) - MISSING_COST * lengthOf(pattern[row - 1]);
  const inserted = (row: number, column: number) =>
    at(row, column - 1) - INSERTED_COST * lengthOf(text[column - 1]);

  for (let row = 1; row <= pattern.length; row += 1) {
    scores[row * columns] = missing(row, 0);
    for (let column = 1; column <= text.length; column += 1) {
      scores[row * columns + column] = Math.max(
        paired(row, column),
        missing(row, column),
        inserted(row, column),
      );
    }
  }

  let row = pattern.length;
  let column = 0;
  for (let end = 1; end <= text.length; end += 1) if (at(row, end) > at(row, column)) column = end;
  const pairs: Pair[] = [];
  while (row > 0 && column > 0) {
    const score = at(row, column);
    if (score === Math.fround(paired(row, column))) {
      row -= 1;
      column -= 1;
      pairs.push([row, column]);
    } else if (score === Math.fround(missing(row, column))) row -= 1;
    else column -= 1;
  }
  return pairs.reverse();
}

function pairScore(a: Word, b: Word): number {
  const alike = similarityOf(a.key, b.key);
  if (alike >= SAME_WORD) return alike * a.key.length;
  return -0.25 * (a.key.length + b.key.length);
}
