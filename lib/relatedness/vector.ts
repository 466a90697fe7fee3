/**
 * A sparse vector: `weights[i]` belongs to the term `terms[i]`; every other term
 * weighs nothing. All vectors here have length one, or are empty.
 */
export interface SparseVector {
  terms: Float64Array;
  weights: Float64Array;
}

/** A vector of length one in the direction given; empty when there is none. */
export function toUnitVector({ terms, weights }: SparseVector): SparseVector {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const length = Math.sqrt(squares);
  if (length === 0) return { terms: new Float64Array(), weights: new Float64Array() };
  return { terms, weights: weights.map((weight) => weight / length) };
}

/** The direction between two vectors, nearer to the one that has the greater share. */
export function mix(
  first: SparseVector,
  firstShare: number,
  second: SparseVector,
  secondShare: number,
): SparseVector {
  const sums = new Map<number, number>();
  for (const [vector, share] of [
    [first, firstShare],
    [second, secondShare],
  ] as const) {
    vector.terms.forEach((term, i) => {
      sums.set(term, (sums.get(term) ?? 0) + share * (vector.weights[i] ?? 0));
    });
  }
  const terms = Float64Array.from(sums.keys());
  return toUnitVector({ terms, weights: Float64Array.from(sums.values()) });
}

/** The weights of a vector by term. */
export function weightsOf({ terms, weights }: SparseVector): Map<number, number> {
  const byTerm = new Map<number, number>();
  terms.forEach((term, i) => {
    byTerm.set(term, weights[i] ?? 0);
  });
  return byTerm;
}

/** What each term of a vector adds to its cosine with another. */
export function sharesOf(
  query: ReadonlyMap<number, number>,
  { terms, weights }: SparseVector,
): { term: number; share: number }[] {
  const shares: { term: number; share: number }[] = [];
  terms.forEach((term, i) => {
    const share = (query.get(term) ?? 0) * (weights[i] ?? 0);
    if (share > 0) shares.push({ term, share });
  });
  return shares;
}
