import type { TermCounts } from './term-counts.ts';

/** For every term the documents that hold it: a query then touches only what shares a term. */
export interface Postings {
  /** The sum over terms of a weight times the root of the term's frequency, by document. */
  multiply(terms: Int32Array, weights: Float64Array): Float64Array;
  /** Call `each` for every document that holds a term, with how often it does. */
  visit(term: number, each: (number: number, count: number) => void): void;
}

/** Documents that may follow the laid-out ones before all are laid out anew. */
const LEAST_TAIL = 64;
const TAIL_SHARE = 8;

/**
 * The postings of documents that are added at the end and may be taken out.
 *
 * They are laid out in one table, sorted by term. What is added later is the tail, and is gone
 * through document by document; when it has grown to an eighth of the whole, the table is laid
 * out again, which is a sort of numbers by counting. So an addition costs the same, however many
 * documents there are.
 */
export function createPostings(
  documents: readonly (TermCounts | undefined)[],
  termCount: () => number,
): Postings {
  let covered = 0;
  /** The postings of term t lie from offsets[t] to offsets[t + 1]. */
  let offsets = new Int32Array(1);
  let numbers = new Int32Array();
  let counts = new Uint16Array();
  /** Zeros between queries: making them takes longer than the tail does. */
  let byTerm = new Float64Array();

  const layOut = () => {
    offsets = new Int32Array(termCount() + 1);
    for (const document of documents) {
      for (const term of document?.terms ?? [])
        offsets[term + 1] = (offsets[term + 1] as number) + 1;
    }
    for (let term = 1; term < offsets.length; term += 1) {
      offsets[term] = (offsets[term] as number) + (offsets[term - 1] as number);
    }
    const next = offsets.slice();
    numbers = new Int32Array(offsets.at(-1) ?? 0);
    counts = new Uint16Array(numbers.length);
    documents.forEach((document, number) => {
      document?.terms.forEach((term, i) => {
        const place = next[term] as number;
        next[term] = place + 1;
        numbers[place] = number;
        counts[place] = document.counts[i] as number;
      });
    });
    covered = documents.length;
  };

  return {
    multiply(terms, weights) {
      if (documents.length - covered > LEAST_TAIL + covered / TAIL_SHARE) layOut();
      const sums = new Float64Array(documents.length);
      for (let i = 0; i < terms.length; i += 1) {
        const term = terms[i] as number;
        const weight = weights[i] as number;
        // A term that came with the tail has no place in the table.
        const end = term + 1 < offsets.length ? (offsets[term + 1] as number) : 0;
        for (let place = offsets[term] ?? end; place < end; place += 1) {
          const number = numbers[place] as number;
          sums[number] = (sums[number] as number) + weight * Math.sqrt(counts[place] as number);
        }
      }
      if (covered < documents.length) addTail(sums, terms, weights);
      return sums;
    },
    visit(term, each) {
      const end = term + 1 < offsets.length ? (offsets[term + 1] as number) : 0;
      for (let place = offsets[term] ?? end; place < end; place += 1) {
        const number = numbers[place] as number;
        // What has been taken out stays in the table until it is laid out anew.
        if (documents[number]) each(number, counts[place] as number);
      }
      for (let number = covered; number < documents.length; number += 1) {
        const { terms: own, counts: ownCounts } = documents[number] ?? {};
        const place = own?.indexOf(term) ?? -1;
        if (place >= 0) each(number, ownCounts?.[place] as number);
      }
    },
  };

  function addTail(sums: Float64Array, terms: Int32Array, weights: Float64Array): void {
    if (byTerm.length < termCount()) byTerm = new Float64Array(termCount() * 2);
    terms.forEach((term, i) => {
      byTerm[term] = weights[i] as number;
    });
    for (let number = covered; number < documents.length; number += 1) {
      const { terms: own = [], counts: ownCounts = [] } = documents[number] ?? {};
      let sum = 0;
      for (let i = 0; i < own.length; i += 1) {
        const weight = byTerm[own[i] as number] as number;
        if (weight !== 0) sum += weight * Math.sqrt(ownCounts[i] as number);
      }
      sums[number] = sum;
    }
    for (const term of terms) byTerm[term] = 0;
  }
}
