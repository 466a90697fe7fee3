import { ROOTS } from './measures.ts';
import type { Postings } from './postings.ts';

/** What of the documents is asked for by rows. */
export interface Products {
  /** The sum over rows of a weight times the root of the term's frequency, by document. */
  multiply(rows: Int32Array, weights: Float64Array, end: number): Float64Array;
  /** Call `each` for every document that holds a row's term, with how often it does. */
  visit(row: number, each: (number: number, count: number) => void): void;
}

/** A row of -1 is that of a term nobody has. */
export function createProducts(postings: Postings): Products {
  /** Zeros between queries: making them takes longer than the latecomers do. */
  let byRow = new Float64Array();

  const addLatecomers = (sums: Float64Array, rows: Int32Array, weights: Float64Array) => {
    const room = postings.rowCount;
    if (byRow.length < room) byRow = new Float64Array(room + (room >> 3));
    for (let i = 0; i < rows.length; i += 1) {
      if ((rows[i] as number) >= 0) byRow[rows[i] as number] = weights[i] as number;
    }
    for (const { number, rows: own, counts } of postings.latecomers.values()) {
      let sum = 0;
      for (let i = 0; i < own.length; i += 1) {
        const weight = byRow[own[i] as number] as number;
        if (weight !== 0) sum += weight * (ROOTS[counts[i] as number] as number);
      }
      sums[number] = sum;
    }
    for (const row of rows) if (row >= 0) byRow[row] = 0;
  };

  return {
    multiply(rows, weights, end) {
      const { starts, numbers, counts, rowCount } = postings.table;
      const sums = new Float64Array(end);
      for (let i = 0; i < rows.length; i += 1) {
        const row = rows[i] as number;
        const weight = weights[i] as number;
        // What came late, or is left out, has no postings in the table, or none that count.
        if (row < 0 || row >= rowCount || weight === 0) continue;
        const stop = starts[row + 1] as number;
        for (let place = starts[row] as number; place < stop; place += 1) {
          const number = numbers[place] as number;
          const root = ROOTS[counts[place] as number] as number;
          sums[number] = (sums[number] as number) + weight * root;
        }
      }
      if (postings.latecomers.size > 0) addLatecomers(sums, rows, weights);
      return sums;
    },
    visit(row, each) {
      if (row < 0) return;
      const { starts, numbers, counts, rowCount } = postings.table;
      const stop = row < rowCount ? (starts[row + 1] as number) : 0;
      for (let place = row < rowCount ? (starts[row] as number) : 0; place < stop; place += 1) {
        each(numbers[place] as number, counts[place] as number);
      }
      for (const { number, rows, counts: own } of postings.latecomers.values()) {
        const place = rows.indexOf(row);
        if (place >= 0) each(number, own[place] as number);
      }
    },
  };
}
