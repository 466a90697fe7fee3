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
 * Align a pattern with the part of a text where it fits best: Gotoh's algorithm for affine gaps
 * (1982) with free ends in the text. Time and memory grow with the product of the lengths, in
 * UTF-16 units; whoever calls keeps both short.
 */
export function align(pattern: string, text: string): Alignment {
  const columns = text.length + 1;
  if (steps.length < (pattern.length + 1) * columns) {
    steps = new Uint8Array((pattern.length + 1) * columns);
  }
  const units = unitsOf(text);
  // Best scores of the row above, for each way to end. Before the first unit all text is free.
  const paired = new Int32Array(columns);
  const missing = new Int32Array(columns).fill(NEVER);
  const inserted = new Int32Array(columns).fill(NEVER);

  for (let row = 1; row <= pattern.length; row += 1) {
    const unit = pattern.charCodeAt(row - 1);
    const base = row * columns;
    let diagonalPaired = paired[0] as number;
    let diagonalMissing = missing[0] as number;
    let diagonalInserted = NEVER;
    let leftPaired = NEVER;
    let leftMissing = Math.max(diagonalPaired + GAP_OPENED, diagonalMissing + GAP_EXTENDED);
    let leftInserted = NEVER;
    steps[base] = (row === 1 ? PAIR : MISSING) << 2;
    paired[0] = leftPaired;
    missing[0] = leftMissing;

    for (let column = 1; column < columns; column += 1) {
      const abovePaired = paired[column] as number;
      const aboveMissing = missing[column] as number;
      const aboveInserted = inserted[column] as number;

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
      const nextPaired = before + (units[column - 1] === unit ? KEPT : REPLACED);

      let nextMissing = abovePaired + GAP_OPENED;
      if (aboveMissing + GAP_EXTENDED > nextMissing) {
        nextMissing = aboveMissing + GAP_EXTENDED;
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

      diagonalPaired = abovePaired;
      diagonalMissing = aboveMissing;
      diagonalInserted = aboveInserted;
      paired[column] = leftPaired = nextPaired;
      missing[column] = leftMissing = nextMissing;
      inserted[column] = leftInserted = nextInserted;
      steps[base + column] = step;
    }
  }
  return trace(pattern.length, columns, ...bestEnd(paired, missing, inserted));
}

/** Where in the text the best alignment of the whole pattern ends, and in which way. */
function bestEnd(...scores: readonly Int32Array[]): [column: number, way: number] {
  let most = NEVER;
  let end: [number, number] = [0, MISSING];
  scores.forEach((row, way) => {
    row.forEach((score, column) => {
      if (score <= most) return;
      most = score;
      end = [column, way];
    });
  });
  return end;
}

/** Go back from the end by the steps that led there. */
function trace(rows: number, columns: number, end: number, last: number): Alignment {
  const alignment = new Int32Array(rows).fill(-1);
  let row = rows;
  let column = end;
  let way = last;
  while (row > 0) {
    const step = steps[row * columns + column] as number;
    if (way === PAIR) alignment[row - 1] = column - 1;
    const before = (step >> (2 * way)) & 3;
    if (way !== INSERTED) row -= 1;
    if (way !== MISSING) column -= 1;
    way = before;
  }
  return alignment;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}
