import type { Postings } from './postings.ts';

/** The square roots of all counts there are: looking one up takes a fifth of working it out. */
export const ROOTS = new Float64Array(0x10000);
for (let count = 0; count < ROOTS.length; count += 1) ROOTS[count] = Math.sqrt(count);

/**
 * The length that each document's vector would have without being brought to one, by number.
 *
 * All of them change whenever a document comes, as idfs do. Gone through term by term, one after
 * the other as they lie in memory, that is a product for each and no looking up.
 *
 * @param idfs what a term weighs, by how many documents hold it
 */
export function lengthsOf(postings: Postings, idfs: Float64Array, end: number): Float64Array {
  const squares = new Float64Array(end);
  const { frequencies, table, latecomers } = postings;
  const { starts, numbers, counts, rowCount } = table;
  for (let row = 0; row < rowCount; row += 1) {
    const idf = idfs[frequencies[row] as number] as number;
    if (idf === 0) continue;
    const square = idf * idf;
    const stop = starts[row + 1] as number;
    for (let place = starts[row] as number; place < stop; place += 1) {
      const number = numbers[place] as number;
      squares[number] = (squares[number] as number) + square * (counts[place] as number);
    }
  }
  for (const { number, rows, counts: own } of latecomers.values()) {
    let sum = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const idf = idfs[frequencies[rows[i] as number] as number] as number;
      sum += idf * idf * (own[i] as number);
    }
    squares[number] = sum;
  }
  return squares.map((square) => Math.sqrt(square));
}

/**
 * The mean cosine of every document with all others, without comparing any two: the sum of its
 * cosines with all is its product with the sum of all.
 *
 * @param inverses one over the length of each document's vector; 0 where there is none
 */
export function meanCosinesOf(
  postings: Postings,
  idfs: Float64Array,
  inverses: Float64Array,
  size: number,
): Float64Array {
  const { frequencies, table } = postings;
  const { starts, numbers, counts, rowCount } = table;
  const latecomers = [...postings.latecomers.values()];
  /** What the documents beside the table add to the sums, and then the sums, by row. */
  const sums = new Float64Array(latecomers.length > 0 ? postings.rowCount : 0);
  for (const { number, rows, counts: own } of latecomers) {
    const inverse = inverses[number] as number;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number;
      sums[row] = (sums[row] as number) + (ROOTS[own[i] as number] as number) * inverse;
    }
  }
  const products = new Float64Array(inverses.length);
  for (let row = 0; row < rowCount; row += 1) {
    const idf = idfs[frequencies[row] as number] as number;
    if (idf === 0) continue;
    const start = starts[row] as number;
    const stop = starts[row + 1] as number;
    let sum = latecomers.length > 0 ? (sums[row] as number) : 0;
    for (let place = start; place < stop; place += 1) {
      const root = ROOTS[counts[place] as number] as number;
      sum += root * (inverses[numbers[place] as number] as number);
    }
    if (latecomers.length > 0) sums[row] = sum;
    sum *= idf * idf;
    for (let place = start; place < stop; place += 1) {
      const number = numbers[place] as number;
      const root = ROOTS[counts[place] as number] as number;
      products[number] = (products[number] as number) + root * sum;
    }
  }
  for (const { number, rows, counts: own } of latecomers) {
    let product = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number;
      const idf = idfs[frequencies[row] as number] as number;
      product += (ROOTS[own[i] as number] as number) * idf * idf * (sums[row] as number);
    }
    products[number] = product;
  }
  // Its cosine with itself is one of those in the sum.
  return products.map((product, number) => {
    const inverse = inverses[number] as number;
    return inverse === 0 ? 0 : Math.max(0, product * inverse - 1) / size;
  });
}
