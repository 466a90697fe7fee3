import { unitsOf } from './code-points.ts';

/**
 * An alignment of a pattern with a stretch of text: for every unit of the pattern the unit of the
 * text it stands for, or -1 when it was left out. What stands in the text between two of them was
 * inserted.
 */
export type Alignment = Int32Array;

/* Scores. A gap costs most when it is opened, since authors insert and drop whole words. */
const KEPT = 8;
const REPLACED = -8;
const GAP_OPENED = -12;
const GAP_EXTENDED = -1;
/** Below any score, and far enough from overflow. */
const NEVER = -(1 << 28);

/* The three ways an alignment of a beginning can end; a step says for each what came before. */
const PAIR = 0;
const MISSING = 1;
const INSERTED = 2;

/** Room for the steps of one alignment, kept so that a thousand passages need it once. */
let steps = new Uint8Array(1 << 16);

/**
 * Which units may stand for each other: unit `n` of the pattern only for units `n + from` to
 * `n + to` of the text. A band of text along the pattern, so to say.
 */
export interface Band {
  from: number;
  to: number;
}

/** A score this much below the best there can be is still that of small edits alone. */
const SMALL_LOSS = 140;

/**
 * The best alignment within a band, by Gotoh's algorithm for affine gaps (1982) with free ends in
 * the text; undefined when a wider one might give a better, unless it scores less than the floor.
 * Time and memory grow with the pattern's length, in UTF-16 units, times the width of the band.
 */
export function alignWithin(
  pattern: string,
  text: string,
  { from, to }: Band,
  floor: number,
): Alignment | undefined {
  // Offsets within the band stay the same from row to row where units are paired; leaving out a
  // unit of the pattern moves one to the left, inserting one of the text moves one to the right.
  const width = to - from + 1;
  if (steps.length < (pattern.length + 1) * width) {
    steps = new Uint8Array((pattern.length + 1) * width);
  }
  const units = unitsOf(text);
  // Best scores of the row above, for each way to end. Before the first unit all text is free.
  const paired = new Int32Array(width + 1);
  const missing = new Int32Array(width + 1).fill(NEVER);
  const inserted = new Int32Array(width + 1).fill(NEVER);
  paired[width] = NEVER;

  for (let row = 1; row <= pattern.length; row += 1) {
    const unit = pattern.charCodeAt(row - 1);
    const base = row * width;
    let leftPaired = NEVER;
    let leftMissing = NEVER;
    let leftInserted = NEVER;

    for (let offset = 0; offset < width; offset += 1) {
      const diagonalPaired = paired[offset] as number;
      const diagonalMissing = missing[offset] as number;
      const diagonalInserted = inserted[offset] as number;

      let before = diagonalPaired;
      let step = PAIR;
      if (diagonalMissing > before) {
        before = diagonalMissing;
        step = MISSING;
      }
      if (diagonalInserted > before) {
        before = diagonalInserted;
        step = INSERTED;
      }
      // Outside the text there is nothing to stand for a unit, and nothing equals it.
      const at = row - 1 + from + offset;
      const isInside = at >= 0 && at < units.length;
      const nextPaired = isInside ? before + (units[at] === unit ? KEPT : REPLACED) : NEVER;

      let nextMissing = (paired[offset + 1] as number) + GAP_OPENED;
      const goesOnMissing = (missing[offset + 1] as number) + GAP_EXTENDED;
      if (goesOnMissing > nextMissing) {
        nextMissing = goesOnMissing;
        step |= MISSING << 2;
      }
      let nextInserted = leftPaired + GAP_OPENED;
      if (leftInserted + GAP_EXTENDED > nextInserted) {
        nextInserted = leftInserted + GAP_EXTENDED;
        step |= INSERTED << 4;
      } else if (leftMissing + GAP_OPENED > nextInserted) {
        nextInserted = leftMissing + GAP_OPENED;
        step |= MISSING << 4;
      }

      paired[offset] = leftPaired = nextPaired;
      missing[offset] = leftMissing = nextMissing;
      inserted[offset] = leftInserted = isInside ? nextInserted : NEVER;
      steps[base + offset] = step;
    }
  }
  const best = bestEnd(width, paired, missing, inserted);
  const isFinal = best.score < floor;
  if (!isFinal && best.score < KEPT * pattern.length - SMALL_LOSS) return undefined;
  return trace(pattern.length, { from, to }, isFinal, best.offset, best.way);
}

/** Where in the band the best alignment of the whole pattern ends, and in which way. */
function bestEnd(width: number, ...scores: readonly Int32Array[]) {
  let best = { score: NEVER, offset: 0, way: MISSING };
  scores.forEach((row, way) => {
    for (let offset = 0; offset < width; offset += 1) {
      const score = row[offset] as number;
      if (score > best.score) best = { score, offset, way };
    }
  });
  return best;
}

/** Go back from the end by the steps that led there. */
function trace(
  rows: number,
  { from, to }: Band,
  isFinal: boolean,
  end: number,
  last: number,
): Alignment | undefined {
  const alignment = new Int32Array(rows).fill(-1);
  const width = to - from + 1;
  let row = rows;
  let offset = end;
  let way = last;
  while (row > 0) {
    if (!isFinal && (offset === 0 || offset === width - 1)) return undefined;
    const step = steps[row * width + offset] as number;
    if (way === PAIR) alignment[row - 1] = row - 1 + from + offset;
    if (way !== INSERTED) row -= 1;
    if (way !== PAIR) offset += way === MISSING ? 1 : -1;
    way = (step >> (2 * way)) & 3;
  }
  return alignment;
}
