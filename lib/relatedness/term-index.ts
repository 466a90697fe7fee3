import {
  countAt,
  createDocumentTerms,
  lengthOf,
  type Packed,
  termAt,
  unpackDocument,
} from './document.ts';
import { idfsOf } from './idf.ts';
import { lengthsOf, meanCosinesOf, ROOTS } from './measures.ts';
import { createPostings } from './postings.ts';
import { createProducts } from './products.ts';
import type { Term } from './term.ts';
import { toUnitVector } from './vector.ts';
import type { TermIndex } from './vector-space.ts';

/**
 * The TF-IDF vector space of a corpus (Salton, Wong and Yang, 1975): tf^0.5 · idf, unit length.
 *
 * Only frequencies are kept; what depends on all documents is worked out when it is asked for.
 * Adding one touches nothing else, and the next query measures all vectors anew: no text is read
 * for that, and no list of postings is built again.
 *
 * @param wordTotal how many words have numbers
 */
export function createTermIndex(wordTotal: () => number): TermIndex {
  const documents: (Packed | undefined)[] = [];
  const postings = createPostings(documents, wordTotal);
  const products = createProducts(postings);
  const terms = createDocumentTerms();
  let size = 0;
  /** By document frequency. */
  let idfs: Float64Array = new Float64Array();
  /** One over the length of each document's vector, by number; undefined after a change. */
  let inverses: Float64Array | undefined;
  let means: Float64Array | undefined;

  /** Bring all up to date. To be called before anything is asked that depends on all documents. */
  const settle = (): Float64Array => {
    if (inverses) return inverses;
    postings.settle();
    idfs = idfsOf(size);
    inverses = lengthsOf(postings, idfs, documents.length).map((length, number) =>
      documents[number] && length > 0 ? 1 / length : 0,
    );
    return inverses;
  };

  const frequencyOf = (term: Term) => {
    settle();
    const row = postings.rowOf(term);
    return row < 0 ? 0 : (postings.frequencies[row] as number);
  };
  const idfOf = (term: Term) => {
    const frequency = frequencyOf(term);
    return idfs[frequency] as number;
  };

  /** Read a document into `terms`; nothing when it is not there. */
  const unpack = (number: number) => {
    const packed = documents[number];
    if (packed) unpackDocument(packed, wordTotal(), terms);
    else terms.wordCount = terms.pairCount = terms.total = 0;
  };

  const weigh = (room: number, fill: (put: (term: Term, count: number) => void) => void) => {
    const kept = new Float64Array(room);
    const weights = new Float64Array(room);
    let length = 0;
    fill((term, count) => {
      const idf = idfOf(term);
      if (idf === 0) return;
      kept[length] = term;
      weights[length++] = (ROOTS[count] as number) * idf;
    });
    return toUnitVector({ terms: kept.slice(0, length), weights: weights.slice(0, length) });
  };

  return {
    get size() {
      return size;
    },
    get end() {
      return documents.length;
    },
    add(document) {
      size += 1;
      inverses = means = undefined;
      return documents.push(document) - 1;
    },
    remove(number) {
      if (!documents[number]) return;
      postings.forget(number);
      size -= 1;
      inverses = means = undefined;
      documents[number] = undefined;
    },
    find: (number) => documents[number],
    wordsOf(number) {
      unpack(number);
      const { wordCount, words, wordCounts, total } = terms;
      return {
        words: words.subarray(0, wordCount),
        counts: wordCounts.subarray(0, wordCount),
        length: total,
      };
    },
    vectorOf(number) {
      unpack(number);
      return weigh(lengthOf(terms), (put) => {
        for (let i = 0; i < lengthOf(terms); i += 1) put(termAt(terms, i), countAt(terms, i));
      });
    },
    toVector: (counts) =>
      weigh(counts.size, (put) => counts.forEach((count, term) => put(term, count))),
    idfOf,
    isCommon: (term) => frequencyOf(term) > size / 2,
    visitHolders(term, each) {
      settle();
      products.visit(postings.rowOf(term), (number, count) => {
        // What has been taken out stays in the table until it is laid out anew.
        if (documents[number]) each(number, count);
      });
    },
    cosines({ terms: asked, weights }) {
      const byNumber = settle();
      const rows = new Int32Array(asked.length);
      const weighed = new Float64Array(asked.length);
      for (let i = 0; i < rows.length; i += 1) {
        const row = postings.rowOf(asked[i] as number);
        rows[i] = row;
        if (row < 0) continue;
        weighed[i] = (weights[i] as number) * (idfs[postings.frequencies[row] as number] as number);
      }
      const sums = products.multiply(rows, weighed, documents.length);
      for (let number = 0; number < sums.length; number += 1) {
        // Rounding may carry a sum of products of unit vectors a hair past one.
        sums[number] = Math.min(1, (sums[number] as number) * (byNumber[number] as number));
      }
      return sums;
    },
    meanCosines() {
      const current = settle();
      means ??= meanCosinesOf(postings, idfs, current, size);
      return means;
    },
  };
}
