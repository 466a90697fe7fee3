import type { Packed } from './document.ts';
import type { Term } from './term.ts';
import type { SparseVector } from './vector.ts';

/** The words of a document; good until those of another are asked for. */
export interface DocumentWords {
  words: Int32Array;
  counts: Uint16Array;
  /** How many terms the document has, pairs too, each counted as often as it occurs. */
  length: number;
}

/** A vector space over documents that come and go. */
export interface TermIndex {
  /** How many documents there are. */
  readonly size: number;
  /** One more than the largest number of a document: numbers are not given twice. */
  readonly end: number;
  /** Add a document and answer its number. */
  add(document: Packed): number;
  remove(number: number): void;
  /** A document; undefined when it has been removed. */
  find(number: number): Packed | undefined;
  wordsOf(number: number): DocumentWords;
  /** The unit vector of a document; empty when it has been removed. */
  vectorOf(number: number): SparseVector;
  /** The unit vector of a text that need not be in the index, by how often its terms occur. */
  toVector(counts: ReadonlyMap<Term, number>): SparseVector;
  /** What a term weighs where it occurs once; 0 for one that is left out. */
  idfOf(term: Term): number;
  /** Whether a term stands in more than half of the documents. */
  isCommon(term: Term): boolean;
  /** Call `each` for every document that holds a term, with how often it does. */
  visitHolders(term: Term, each: (number: number, count: number) => void): void;
  /** The cosine of every document with a vector, by number; 0 where they share no term. */
  cosines(query: SparseVector): Float64Array;
  /** The mean cosine of every document with all of them, by number. */
  meanCosines(): Float64Array;
}
