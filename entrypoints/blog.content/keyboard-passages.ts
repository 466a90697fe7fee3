/** A highlighted passage where it stands on the page. */
export interface Placed {
  range: Range;
}

/**
 * The passage after a mark in reading order, or before it, and around again at the last one.
 *
 * @param passages in reading order.
 * @param current the passage that is marked itself, if one is: several may begin at one place.
 */
export function stepFrom<T extends Placed>(
  passages: readonly T[],
  mark: Range,
  current: T | undefined,
  step: 1 | -1,
): T | undefined {
  const { length } = passages;
  const standing = current ? passages.indexOf(current) : -1;
  if (standing >= 0) return passages[(standing + step + length) % length];
  const begins = ({ range }: T) => range.compareBoundaryPoints(Range.START_TO_START, mark);
  if (step > 0) return passages.find((passage) => begins(passage) > 0) ?? passages[0];
  return passages.findLast((passage) => begins(passage) < 0) ?? passages.at(-1);
}

/** The passage that a mark is about: of those it touches, the one that begins first. */
export function findUnder<T extends Placed>(passages: readonly T[], mark: Range): T | undefined {
  return passages.find(
    ({ range }) =>
      range.compareBoundaryPoints(Range.START_TO_END, mark) > 0 &&
      range.compareBoundaryPoints(Range.END_TO_START, mark) < 0,
  );
}

/** Whether two ranges cover the same text; their ends may stand in different nodes for it. */
export function coverSame(one: Range, other: Range): boolean {
  return (
    one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
    one.compareBoundaryPoints(Range.END_TO_END, other) === 0
  );
}
