import {
  createDocumentTerms,
  type DocumentTerms,
  type Packed,
  unpackDocument,
} from './document.ts';
import { createPairRows } from './pair-rows.ts';
import { firstOf, isWord, secondOf, type Term } from './term.ts';

/**
 * The documents of a corpus by their terms: for each the numbers of the documents that hold it,
 * rising, and how often. Terms have rows: first the words, then the pairs by their two words.
 */
export interface Table {
  /** The documents from 0 to this one are in it. */
  readonly end: number;
  readonly rowCount: number;
  /** Row r has the postings from starts[r] to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly counts: Uint16Array;
  /** The row of a term; -1 when no document holds it. */
  rowOf(term: Term): number;
}

/**
 * Lay out packed documents. Pairs are sorted by counting, by their second words and then by their
 * first, which goes through memory in order and knows no pair by name: it takes a fraction of what
 * numbering them as they are met would.
 */
export function layOut(documents: readonly (Packed | undefined)[], wordCount: number): Table {
  const terms = createDocumentTerms();
  const visit = (each: (terms: DocumentTerms, number: number) => void) => {
    documents.forEach((packed, number) => {
      if (!packed) return;
      unpackDocument(packed, wordCount, terms);
      each(terms, number);
    });
  };

  const wordStarts = new Int32Array(wordCount + 1);
  const byFirst = new Int32Array(wordCount + 1);
  const bySecond = new Int32Array(wordCount + 1);
  visit(({ words, firsts, seconds, ...own }) => {
    for (let i = 0; i < own.wordCount; i += 1) countAfter(wordStarts, words[i] as number);
    for (let i = 0; i < own.pairCount; i += 1) {
      countAfter(byFirst, words[firsts[i] as number] as number);
      countAfter(bySecond, words[seconds[i] as number] as number);
    }
  });
  for (const offsets of [wordStarts, byFirst, bySecond]) sumUp(offsets);

  const wordTotal = wordStarts[wordCount] as number;
  const pairTotal = byFirst[wordCount] as number;
  const numbers = new Int32Array(wordTotal + pairTotal);
  const counts = new Uint16Array(wordTotal + pairTotal);
  const [firsts, inNumbers, inCounts] = columns(pairTotal);
  const nextOfWord = wordStarts.slice();
  const nextOfSecond = bySecond.slice();
  visit((own, number) => {
    const { words } = own;
    for (let i = 0; i < own.wordCount; i += 1) {
      const place = take(nextOfWord, words[i] as number);
      numbers[place] = number;
      counts[place] = own.wordCounts[i] as number;
    }
    for (let i = 0; i < own.pairCount; i += 1) {
      const place = take(nextOfSecond, words[own.seconds[i] as number] as number);
      firsts[place] = words[own.firsts[i] as number] as number;
      inNumbers[place] = number;
      inCounts[place] = own.pairCounts[i] as number;
    }
  });

  const seconds = new Int32Array(pairTotal);
  const nextOfFirst = byFirst.slice();
  for (let second = 0; second < wordCount; second += 1) {
    const end = bySecond[second + 1] as number;
    for (let at = bySecond[second] as number; at < end; at += 1) {
      const place = take(nextOfFirst, firsts[at] as number);
      seconds[place] = second;
      numbers[wordTotal + place] = inNumbers[at] as number;
      counts[wordTotal + place] = inCounts[at] as number;
    }
  }
  const pairs = createPairRows(byFirst, seconds);
  const pairCount = pairs.starts.length;
  const starts = new Int32Array(wordCount + pairCount + 1);
  starts.set(wordStarts);
  for (let pair = 0; pair < pairCount; pair += 1) {
    starts[wordCount + pair] = wordTotal + (pairs.starts[pair] as number);
  }
  starts[wordCount + pairCount] = numbers.length;

  return {
    end: documents.length,
    rowCount: wordCount + pairCount,
    starts,
    numbers,
    counts,
    rowOf(term) {
      if (isWord(term)) return term < wordCount ? term : -1;
      const pair = pairs.find(firstOf(term), secondOf(term));
      return pair < 0 ? -1 : wordCount + pair;
    },
  };
}

function columns(length: number): [Int32Array, Int32Array, Uint16Array] {
  return [new Int32Array(length), new Int32Array(length), new Uint16Array(length)];
}

function countAfter(offsets: Int32Array, at: number): void {
  offsets[at + 1] = (offsets[at + 1] as number) + 1;
}

function sumUp(offsets: Int32Array): void {
  for (let i = 1; i < offsets.length; i += 1) {
    offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  }
}

function take(next: Int32Array, at: number): number {
  const place = next[at] as number;
  next[at] = place + 1;
  return place;
}
