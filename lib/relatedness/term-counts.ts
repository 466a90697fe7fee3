import type { Post } from '../blog/post.ts';
import { ByteWriter } from './bytes.ts';
import {
  createDocumentTerms,
  MOST_COUNT,
  makeRoom,
  type Packed,
  packDocument,
} from './document.ts';
import { fold } from './fold.ts';
import { GrowingInts } from './growing-ints.ts';
import type { Lexicon } from './lexicon.ts';
import { createPairCounts } from './pair-counts.ts';
import type { Term } from './term.ts';
import { createWordList, forEachTerm, readWords } from './terms.ts';

/** How often each term of a text occurs. */
export type TermCounts = ReadonlyMap<Term, number>;

/** Reads texts; what it needs for that is kept from one to the next. */
export interface TermCounter {
  /** A post's terms with their frequencies, packed; its words are added to the lexicon. */
  packPost(post: Pick<Post, 'title' | 'text'>): Packed;
  /** How often each single word stands in a title whose post has been counted. */
  countTitle(title: string): TermCounts;
  /** The frequencies of some passages; words the lexicon lacks are left out. */
  countPassages(passages: readonly string[]): TermCounts;
}

/** A term of the title counts as five of the body: a title is the author's own summary. */
export const TITLE_WEIGHT = 5;

/** A post says early what it is about: its first characters are counted once more. */
const LEAD_LENGTH = 1200;

export function createTermCounter(lexicon: Lexicon): TermCounter {
  const list = createWordList();
  const writer = new ByteWriter();
  const document = createDocumentTerms();
  /** By word: how often it has been met, and its place among the words of the document. */
  const frequencies = new GrowingInts();
  const places = new GrowingInts();
  const met = new GrowingInts();
  const pairs = createPairCounts();

  /** A pair lies in the lead when its last word does. */
  const add = (text: string, weight: number, leadWeight: number) => {
    readWords(fold(text), lexicon, true, list);
    const { words, starts, clauses } = list;
    pairs.reserve(words.length);
    let previous = -1;
    let clause = -1;
    for (let i = 0; i < words.length; i += 1) {
      const word = words.values[i] as number;
      const counted = (starts.values[i] as number) < LEAD_LENGTH ? leadWeight : weight;
      if (frequencies.at(word) === 0) met.push(word);
      frequencies.add(word, counted);
      if (clause === clauses.values[i]) pairs.add(previous, word, counted);
      previous = word;
      clause = clauses.values[i] as number;
    }
  };

  const take = () => {
    makeRoom(document, Math.max(met.length, pairs.size));
    const words = met.values.slice(0, met.length).sort();
    document.wordCount = met.length;
    document.words.set(words);
    for (let place = 0; place < words.length; place += 1) {
      const word = words[place] as number;
      document.wordCounts[place] = Math.min(MOST_COUNT, frequencies.at(word));
      frequencies.values[word] = 0;
      places.add(word, place - places.at(word));
    }
    met.length = 0;
    pairs.take(places, document);
    return packDocument(writer, document);
  };

  const countTerms = (text: string, counts: Map<Term, number>, hasPairs: boolean) => {
    readWords(fold(text), lexicon, false, list);
    forEachTerm(list, (term, first, last) => {
      if (hasPairs || first === last)
        counts.set(term, Math.min(MOST_COUNT, (counts.get(term) ?? 0) + 1));
    });
    return counts;
  };

  return {
    packPost({ title, text }) {
      add(title, TITLE_WEIGHT, TITLE_WEIGHT);
      add(text, 1, 2);
      return take();
    },
    countTitle: (title) => countTerms(title, new Map(), false),
    countPassages(passages) {
      const counts = new Map<Term, number>();
      for (const passage of passages) countTerms(passage, counts, true);
      return counts;
    },
  };
}
