import type { Frequencies } from './frequencies.ts';
import { type SparseVector, toUnitVector } from './vector.ts';

/** Below this many documents nothing is rare or common enough to be left out for it. */
export const SMALL_CORPUS = 30;

/** A vector space over a corpus: which documents hold a term, and how much it weighs there. */
export interface VectorSpace {
  /** One vector a document, in the order the documents were given. */
  vectors: readonly SparseVector[];
  /** The vector of a text that need not be in the corpus; terms the corpus lacks are left out. */
  toVector(frequencies: Frequencies): SparseVector;
  /** The term with a number. */
  termOf(term: number): string;
  /** The cosine of every document with a vector; zero where they share no term. */
  cosines(query: SparseVector): Float64Array;
}

/**
 * The TF-IDF vector space of a corpus (Salton, Wong and Yang, 1975), with the exponents that did
 * best in experiments on public blogs: tf^0.5 · ln((N + 1) / (df + 0.5))^1.4, unit length. Terms
 * of one document only, or of more than half of them, are left out unless the corpus is small.
 */
export function createVectorSpace(documents: readonly Frequencies[]): VectorSpace {
  const numbers = new Map<string, number>();
  const idfs: number[] = [];
  for (const [term, df] of documentFrequencies(documents)) {
    if (!isKept(df, documents.length)) continue;
    numbers.set(term, idfs.length);
    idfs.push(Math.log((documents.length + 1) / (df + 0.5)) ** 1.4);
  }
  const names = [...numbers.keys()];

  const toVector = (frequencies: Frequencies): SparseVector => {
    const weights = new Map<number, number>();
    for (const [term, frequency] of frequencies) {
      const number = numbers.get(term);
      if (number === undefined) continue;
      weights.set(number, Math.sqrt(frequency) * (idfs[number] ?? 0));
    }
    return toUnitVector(weights);
  };

  const vectors = documents.map(toVector);
  const postings = createPostings(vectors, names.length);

  return {
    vectors,
    toVector,
    termOf: (term) => names[term] ?? '',
    cosines(query) {
      const cosines = new Float64Array(vectors.length);
      query.terms.forEach((term, i) => {
        const weight = query.weights[i] ?? 0;
        for (const { document, weight: other } of postings[term] ?? []) {
          cosines[document] = (cosines[document] ?? 0) + weight * other;
        }
      });
      // Rounding may carry a sum of products of unit vectors a hair past one.
      return cosines.map((cosine) => Math.min(1, cosine));
    },
  };
}

function documentFrequencies(documents: readonly Frequencies[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const document of documents) {
    for (const term of document.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return frequencies;
}

function isKept(df: number, size: number): boolean {
  return size < SMALL_CORPUS || (df >= 2 && df <= size / 2);
}

interface Posting {
  document: number;
  weight: number;
}

/** For every term the documents that hold it: a query then touches only what shares a term. */
function createPostings(vectors: readonly SparseVector[], terms: number): Posting[][] {
  const postings: Posting[][] = Array.from({ length: terms }, () => []);
  vectors.forEach((vector, document) => {
    vector.terms.forEach((term, i) => {
      postings[term]?.push({ document, weight: vector.weights[i] ?? 0 });
    });
  });
  return postings;
}
