import { ByteReader, type ByteWriter, DamagedIndexError } from './bytes.ts';
import { pairOf, type Term } from './term.ts';

/** A document in the bytes that `packDocument` makes of it. */
export type Packed = Uint8Array<ArrayBuffer>;

/**
 * The terms of a document as columns of two tables, and how often each occurs. It is filled anew
 * for one document after the other. `firsts` and `seconds` are places in `words`. There may be
 * more room in a column than is used.
 */
export interface DocumentTerms {
  wordCount: number;
  words: Int32Array;
  wordCounts: Uint16Array;
  pairCount: number;
  firsts: Int32Array;
  seconds: Int32Array;
  pairCounts: Uint16Array;
  /** All counts together, once a document has been read. */
  total: number;
}

/** No term counts more than this. */
export const MOST_COUNT = 0xffff;

/** Columns with room for so many words and as many pairs. */
export function createDocumentTerms(room = 1024): DocumentTerms {
  return {
    wordCount: 0,
    words: new Int32Array(room),
    wordCounts: new Uint16Array(room),
    pairCount: 0,
    firsts: new Int32Array(room),
    seconds: new Int32Array(room),
    pairCounts: new Uint16Array(room),
    total: 0,
  };
}

/** See to it that there is room for so many words and as many pairs; what is there is lost. */
export function makeRoom(terms: DocumentTerms, room: number): void {
  if (room > terms.words.length) Object.assign(terms, createDocumentTerms(room * 2));
}

/** How many terms a document has: its words, and after them its pairs. */
export function lengthOf({ wordCount, pairCount }: DocumentTerms): number {
  return wordCount + pairCount;
}

export function termAt({ wordCount, words, firsts, seconds }: DocumentTerms, at: number): Term {
  if (at < wordCount) return words[at] as number;
  const first = firsts[at - wordCount] as number;
  const second = seconds[at - wordCount] as number;
  return pairOf(words[first] as number, words[second] as number);
}

export function countAt({ wordCount, wordCounts, pairCounts }: DocumentTerms, at: number): number {
  return (at < wordCount ? wordCounts[at] : pairCounts[at - wordCount]) as number;
}

/**
 * A document in few bytes, in the form in which it is kept in memory and in the database alike:
 * opening what was stored makes nothing of it. Words rise, and are written as gaps; after each come
 * the pairs it begins, with the rising places of their second words. What occurs up to three times
 * says so in two bits of its number. Pairs are to be given by first place, then by second.
 */
export function packDocument(writer: ByteWriter, terms: DocumentTerms): Packed {
  const { wordCount, words, wordCounts, pairCount, firsts, seconds, pairCounts } = terms;
  writer.number(wordCount);
  let previous = -1;
  let pair = 0;
  for (let place = 0; place < wordCount; place += 1) {
    const word = words[place] as number;
    writeCounted(writer, word - previous - 1, wordCounts[place] as number);
    previous = word;
    let end = pair;
    while (end < pairCount && firsts[end] === place) end += 1;
    writer.number(end - pair);
    for (; pair < end; pair += 1) {
      writeCounted(writer, seconds[pair] as number, pairCounts[pair] as number);
    }
  }
  return writer.take();
}

/**
 * Read a packed document into `terms`, in place of what was in them.
 *
 * @throws DamagedIndexError when it cannot be one of a corpus of so many words.
 */
export function unpackDocument(packed: Packed, wordTotal: number, terms: DocumentTerms): void {
  // A term takes a byte at least.
  makeRoom(terms, packed.length);
  const { words, wordCounts, firsts, seconds, pairCounts } = terms;
  const reader = new ByteReader(packed);
  const length = reader.number();
  let word = -1;
  let pair = 0;
  let total = 0;
  for (let place = 0; place < length; place += 1) {
    const counted = reader.number();
    word += 1 + (counted >>> 2);
    if (word >= wordTotal) throw new DamagedIndexError(`Word ${word} of ${wordTotal}`);
    words[place] = word;
    const count = countOf(reader, counted);
    wordCounts[place] = count;
    total += count;
    const end = pair + reader.number();
    for (let previous = -1; pair < end; pair += 1) {
      const countedPair = reader.number();
      const second = countedPair >>> 2;
      if (second >= length || second <= previous) {
        throw new DamagedIndexError(`A pair with word ${second} of ${length} after ${previous}`);
      }
      firsts[pair] = place;
      seconds[pair] = second;
      const pairCount = countOf(reader, countedPair);
      pairCounts[pair] = pairCount;
      total += pairCount;
      previous = second;
    }
  }
  if (!reader.isAtEnd) throw new DamagedIndexError('A document goes on after its end');
  terms.wordCount = length;
  terms.pairCount = pair;
  terms.total = total;
}

function writeCounted(writer: ByteWriter, value: number, count: number): void {
  writer.number(value * 4 + Math.min(count, 4) - 1);
  if (count > 3) writer.number(count - 4);
}

function countOf(reader: ByteReader, counted: number): number {
  if ((counted & 3) < 3) return (counted & 3) + 1;
  const count = reader.number() + 4;
  if (count > MOST_COUNT) throw new DamagedIndexError(`A term that occurs ${count} times`);
  return count;
}
