import type { TermCounts } from './term-counts.ts';

/**
 * The mean cosine of every document with all others, without comparing any two: the sum of its
 * cosines with all is its product with the sum of all.
 */
export function meanCosinesOf(
  documents: readonly (TermCounts | undefined)[],
  lengths: Float64Array,
  idfOf: (term: number) => number,
  termCount: number,
): Float64Array {
  const sums = new Float64Array(termCount);
  let size = 0;
  documents.forEach((document, number) => {
    const length = lengths[number] as number;
    if (!document) return;
    size += 1;
    if (length === 0) return;
    const { terms, counts } = document;
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i] as number;
      const weight = Math.sqrt(counts[i] as number) * idfOf(term);
      sums[term] = (sums[term] as number) + weight / length;
    }
  });
  return Float64Array.from(documents, (document, number) => {
    const length = lengths[number] as number;
    if (!document || length === 0) return 0;
    const { terms, counts } = document;
    let product = 0;
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i] as number;
      product += Math.sqrt(counts[i] as number) * idfOf(term) * (sums[term] as number);
    }
    // Its cosine with itself is one of those in the sum.
    return Math.max(0, product / length - 1) / size;
  });
}
