/**
 * A term by number: a word, or a pair of words that follow each other. A word's term is the word's
 * own number; a pair's is made of the two, so that nobody has to remember pairs, of which a blog
 * has hundreds of thousands. Both fit in a double without loss as long as words have 26 bits.
 */
export type Term = number;

const WORDS = 2 ** 26;

/** The term of a pair of words. */
export function pairOf(first: number, second: number): Term {
  return (first + 1) * WORDS + second;
}

/** Whether a term is one word. */
export function isWord(term: Term): boolean {
  return term < WORDS;
}

export function firstOf(pair: Term): number {
  return Math.floor(pair / WORDS) - 1;
}

export function secondOf(pair: Term): number {
  return pair % WORDS;
}

/** The words of a term: one, or the two of a pair. */
export function wordsOf(term: Term): number[] {
  return isWord(term) ? [term] : [firstOf(term), secondOf(term)];
}
