import { type BitReader, type BitWriter, DamagedIndexError } from './bits.ts';

/** The terms of a document by words. */
export interface StoredTerms {
  /** The document's words, rising, and how often each occurs by itself. */
  words: number[];
  counts: number[];
  /** For each of the words the pairs it begins: places in `words`, rising, and their counts. */
  pairs: { second: number; count: number }[][];
}

const MOST_COUNT = 0xffff;

/**
 * A few bits a term: gaps between words instead of words, and for a pair, both of whose words the
 * document holds, the places of these among them instead of what they are.
 */
export function encodeDocument(writer: BitWriter, { words, counts, pairs }: StoredTerms): void {
  const parameter = parameterOf(words);
  const width = widthOf(words.length);
  writer.gamma(words.length + 1);
  writer.bits(parameter, 5);
  let previous = -1;
  words.forEach((word, place) => {
    writer.rice(word - previous - 1, parameter);
    writer.gamma(counts[place] as number);
    previous = word;
    const own = pairs[place] ?? [];
    writer.gamma(own.length + 1);
    for (const { second, count } of own) {
      writer.bits(second, width);
      writer.gamma(count);
    }
  });
}

/** @throws DamagedIndexError when a word has no number, or a pair a word the document lacks. */
export function decodeDocument(reader: BitReader, wordCount: number): StoredTerms {
  const length = reader.gamma() - 1;
  if (length > wordCount) throw new DamagedIndexError(`${length} words of ${wordCount}`);
  const parameter = reader.bits(5);
  const width = widthOf(length);
  const terms: StoredTerms = { words: [], counts: [], pairs: [] };
  let word = -1;
  for (let place = 0; place < length; place += 1) {
    word += 1 + reader.rice(parameter);
    if (word >= wordCount) throw new DamagedIndexError(`Word ${word} of ${wordCount}`);
    terms.words.push(word);
    terms.counts.push(countOf(reader));
    terms.pairs.push(decodePairs(reader, width, length));
  }
  return terms;
}

function decodePairs(reader: BitReader, width: number, length: number): StoredTerms['pairs'][0] {
  const pairs: StoredTerms['pairs'][0] = [];
  const count = reader.gamma() - 1;
  if (count > length) throw new DamagedIndexError(`${count} pairs of ${length} words`);
  let previous = -1;
  while (pairs.length < count) {
    const second = reader.bits(width);
    if (second >= length || second <= previous) {
      throw new DamagedIndexError(`A pair with word ${second} of ${length} after ${previous}`);
    }
    pairs.push({ second, count: countOf(reader) });
    previous = second;
  }
  return pairs;
}

function countOf(reader: BitReader): number {
  const count = reader.gamma();
  if (count > MOST_COUNT) throw new DamagedIndexError(`A term that occurs ${count} times`);
  return count;
}

/** The width of a place among so many. */
function widthOf(length: number): number {
  return 32 - Math.clz32(Math.max(0, length - 1));
}

/** The power of two next to the mean gap: Rice's code is shortest with it. */
function parameterOf(words: readonly number[]): number {
  const gap = ((words.at(-1) ?? 0) + 1) / Math.max(1, words.length);
  return Math.max(0, Math.floor(Math.log2(gap)));
}
