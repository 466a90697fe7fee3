import type { Post } from '../blog/post.ts';
import { fold } from './fold.ts';
import { GrowingInts } from './growing-ints.ts';
import type { Lexicon } from './lexicon.ts';
import { createWordList, forEachTerm, readWords } from './terms.ts';

/** The terms of a text and how often each occurs: `counts[i]` belongs to `terms[i]`. */
export interface TermCounts {
  terms: Int32Array;
  counts: Uint16Array;
}

/** Reads texts; what it needs for that is kept from one to the next. */
export interface TermCounter {
  /** The term frequencies of a post, its terms added to the lexicon. */
  countPost(post: Pick<Post, 'title' | 'text'>): TermCounts;
  /** How often each single word stands in a title whose post has been counted. */
  countTitle(title: string): TermCounts;
  /** Those of some passages; words and pairs the lexicon lacks are left out. */
  countPassages(passages: readonly string[]): TermCounts;
}

/** A term of the title counts as five of the body: a title is the author's own summary. */
export const TITLE_WEIGHT = 5;

/** A post says early what it is about: its first characters are counted once more. */
const LEAD_LENGTH = 1200;

const MOST = 0xffff;

export function createTermCounter(lexicon: Lexicon): TermCounter {
  const list = createWordList();
  const frequencies = new GrowingInts();
  const seen = new GrowingInts();

  /** A pair lies in the lead when its last word does. */
  const add = (text: string, adding: boolean, weight: number, leadWeight: number) => {
    readWords(fold(text), lexicon, adding, list);
    const starts = list.starts.values;
    forEachTerm(list, lexicon, adding, (term, _, last) => {
      if (frequencies.at(term) === 0) seen.push(term);
      frequencies.add(term, (starts[last] as number) < LEAD_LENGTH ? leadWeight : weight);
    });
  };

  const take = (): TermCounts => {
    const terms = seen.values.slice(0, seen.length);
    const counts = new Uint16Array(terms.length);
    for (let i = 0; i < terms.length; i += 1) {
      const term = terms[i] as number;
      counts[i] = Math.min(MOST, frequencies.at(term));
      frequencies.values[term] = 0;
    }
    seen.length = 0;
    return { terms, counts };
  };

  return {
    countPost({ title, text }) {
      add(title, true, TITLE_WEIGHT, TITLE_WEIGHT);
      add(text, true, 1, 2);
      return take();
    },
    countTitle(title) {
      readWords(fold(title), lexicon, false, list);
      forEachTerm(list, lexicon, false, (term, first, last) => {
        if (first !== last) return;
        if (frequencies.at(term) === 0) seen.push(term);
        frequencies.add(term, 1);
      });
      return take();
    },
    countPassages(passages) {
      for (const passage of passages) add(passage, false, 1, 1);
      return take();
    },
  };
}
