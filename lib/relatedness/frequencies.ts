import type { Post } from '../blog/post.ts';
import { fold, forEachTerm, readWords } from './terms.ts';

/** How often each term occurs: its term frequency, with what stands in front counted for more. */
export type Frequencies = Map<string, number>;

/** A term of the title counts as five of the body: a title is the author's own summary. */
const TITLE_WEIGHT = 5;

/** A post says early what it is about: its first characters are counted once more. */
const LEAD_LENGTH = 1200;

/** The term frequencies of a post: body, title and lead. */
export function postFrequencies(
  { title, text }: Pick<Post, 'title' | 'text'>,
  stem: (word: string) => string,
): Frequencies {
  const frequencies: Frequencies = new Map();
  addTerms(frequencies, title, stem, () => TITLE_WEIGHT);
  addTerms(frequencies, text, stem, (start) => (start < LEAD_LENGTH ? 2 : 1));
  return frequencies;
}

/** The term frequencies of some passages; no pair of words crosses from one to the next. */
export function passageFrequencies(
  passages: readonly string[],
  stem: (word: string) => string,
): Frequencies {
  const frequencies: Frequencies = new Map();
  for (const passage of passages) addTerms(frequencies, passage, stem, () => 1);
  return frequencies;
}

/** `weightAt` is asked with the place of a term's last word: a pair must lie in the lead whole. */
function addTerms(
  frequencies: Frequencies,
  text: string,
  stem: (word: string) => string,
  weightAt: (start: number) => number,
): void {
  forEachTerm(readWords(fold(text), stem), (term, _, last) => {
    frequencies.set(term, (frequencies.get(term) ?? 0) + weightAt(last.start));
  });
}
