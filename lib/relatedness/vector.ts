/**
 * A sparse vector: `weights[i]` belongs to the term with the number `terms[i]`; every other term
 * weighs nothing. All vectors here have length one, or are empty.
 */
export interface SparseVector {
  terms: Uint32Array;
  weights: Float64Array;
}

/** A vector of length one in the direction given; empty when there is none. */
export function toUnitVector(weights: ReadonlyMap<number, number>): SparseVector {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  if (length === 0) return { terms: new Uint32Array(), weights: new Float64Array() };
  return {
    terms: Uint32Array.from(weights.keys()),
    weights: Float64Array.from(weights.values(), (weight) => weight / length),
  };
}

/** The direction between two vectors, nearer to the one that has the greater share. */
export function mix(
  first: SparseVector,
  firstShare: number,
  second: SparseVector,
  secondShare: number,
): SparseVector {
  const weights = new Map<number, number>();
  for (const [vector, share] of [
    [first, firstShare],
    [second, secondShare],
  ] as const) {
    vector.terms.forEach((term, i) => {
      weights.set(term, (weights.get(term) ?? 0) + share * (vector.weights[i] ?? 0));
    });
  }
  return toUnitVector(weights);
}

/** The terms two vectors share, with what each adds to their cosine. */
export function sharedTerms(
  query: ReadonlyMap<number, number>,
  { terms, weights }: SparseVector,
): { term: number; share: number }[] {
  const shared: { term: number; share: number }[] = [];
  terms.forEach((term, i) => {
    const share = (query.get(term) ?? 0) * (weights[i] ?? 0);
    if (share > 0) shared.push({ term, share });
  });
  return shared;
}
