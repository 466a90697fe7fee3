import { GrowingInts } from './growing-ints.ts';
import { meanCosinesOf } from './mean-cosines.ts';
import { createPostings } from './postings.ts';
import type { TermCounts } from './term-counts.ts';
import { type SparseVector, toUnitVector } from './vector.ts';

/** Below this many documents nothing is rare or common enough to be left out for it. */
export const SMALL_CORPUS = 30;

/** A vector space over documents that come and go. */
export interface TermIndex {
  /** How many documents there are. */
  readonly size: number;
  /** One more than the largest number of a document: numbers are not given twice. */
  readonly end: number;
  /** Add a document and answer its number. */
  add(document: TermCounts): number;
  remove(number: number): void;
  /** The terms of a document; undefined when it has been removed. */
  countsOf(number: number): TermCounts | undefined;
  /** The unit vector of a text that need not be in the index. */
  toVector(counts: TermCounts): SparseVector;
  /** What a term weighs where it occurs once; 0 for one that is left out. */
  idfOf(term: number): number;
  /** Whether a term stands in more than half of the documents. */
  isCommon(term: number): boolean;
  /** Call `each` for every document that holds a term, with how often it does. */
  visitHolders(term: number, each: (number: number, count: number) => void): void;
  /** The cosine of every document with a vector, by number; 0 where they share no term. */
  cosines(query: SparseVector): Float64Array;
  /** The mean cosine of every document with all of them, by number. */
  meanCosines(): Float64Array;
}

/**
 * The TF-IDF vector space of a corpus (Salton, Wong and Yang, 1975), with the exponents that did
 * best in experiments on public blogs: tf^0.5 · ln((N + 1) / (df + 0.5))^1.4, unit length. Terms
 * of one document only, or of more than half of them, are left out unless the corpus is small.
 *
 * Only frequencies are kept; what depends on all documents is worked out when it is asked for.
 * Adding or removing one counts its terms up or down and touches nothing else. The next query
 * then measures the vectors anew, one product for each term of each document, in a few
 * milliseconds for a thousand of them; no text is read and no list of postings is built again.
 */
export function createTermIndex(): TermIndex {
  const documents: (TermCounts | undefined)[] = [];
  const frequencies = new GrowingInts();
  const postings = createPostings(documents, () => frequencies.length);
  let size = 0;
  /** By document frequency; NaN where it has not been needed since the corpus changed. */
  let idfs = new Float64Array();
  let lengths: Float64Array | undefined;
  let means: Float64Array | undefined;

  const change = (document: TermCounts, by: 1 | -1) => {
    for (const term of document.terms) frequencies.add(term, by);
    size += by;
    idfs = new Float64Array(size + 1).fill(Number.NaN);
    lengths = means = undefined;
  };

  const idfOf = (term: number): number => {
    const df = frequencies.at(term);
    const known = idfs[df] ?? 0;
    if (!Number.isNaN(known)) return known;
    const idf = isKept(df, size) ? Math.log((size + 1) / (df + 0.5)) ** 1.4 : 0;
    idfs[df] = idf;
    return idf;
  };

  /** The length each document's vector would have without being brought to one. */
  const measure = () =>
    Float64Array.from(documents, (document) => {
      if (!document) return 0;
      const { terms, counts } = document;
      let squares = 0;
      for (let i = 0; i < terms.length; i += 1) {
        const idf = idfOf(terms[i] as number);
        squares += (counts[i] as number) * idf * idf;
      }
      return Math.sqrt(squares);
    });

  const weigh = ({ terms, counts }: TermCounts): SparseVector => {
    const kept = terms.filter((term) => idfOf(term) > 0);
    const weights = new Float64Array(kept.length);
    let next = 0;
    terms.forEach((term, i) => {
      const idf = idfOf(term);
      if (idf > 0) weights[next++] = Math.sqrt(counts[i] as number) * idf;
    });
    return toUnitVector({ terms: kept, weights });
  };

  const cosines = ({ terms, weights }: SparseVector): Float64Array => {
    lengths ??= measure();
    const idfWeights = weights.map((weight, i) => weight * idfOf(terms[i] as number));
    const products = postings.multiply(terms, idfWeights);
    for (let number = 0; number < products.length; number += 1) {
      const length = documents[number] ? (lengths[number] as number) : 0;
      // Rounding may carry a sum of products of unit vectors a hair past one.
      products[number] = length > 0 ? Math.min(1, (products[number] as number) / length) : 0;
    }
    return products;
  };

  return {
    get size() {
      return size;
    },
    get end() {
      return documents.length;
    },
    add(document) {
      change(document, 1);
      return documents.push(document) - 1;
    },
    remove(number) {
      const document = documents[number];
      if (document) change(document, -1);
      documents[number] = undefined;
    },
    countsOf: (number) => documents[number],
    toVector: weigh,
    idfOf,
    isCommon: (term) => frequencies.at(term) > size / 2,
    visitHolders: postings.visit,
    cosines,
    meanCosines() {
      lengths ??= measure();
      means ??= meanCosinesOf(documents, lengths, idfOf, frequencies.length);
      return means;
    },
  };
}

function isKept(df: number, size: number): boolean {
  return df > 0 && (size < SMALL_CORPUS || (df >= 2 && df <= size / 2));
}
