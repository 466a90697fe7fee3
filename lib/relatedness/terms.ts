import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';

/** A content word of a text; offsets are UTF-16 units of the *folded* text. */
export interface Word {
  /** What is compared: "manag" for "managers". */
  stem: string;
  /** What was written, in lower case. */
  surface: string;
  start: number;
  end: number;
  /** Counts up at every end of a sentence; words with the same number stand in one. */
  sentence: number;
}

/** Longer than any word: a hash, an address, a wall of one letter. */
const LONGEST_WORD = 40;

/** The end of a sentence or clause, the end of a paragraph, or a word. */
const TOKEN = /[.!?;:]|\n\s*\n|[a-z0-9][a-z0-9+#']*/g;

/**
 * The text in the one form that words are read from: compatibility forms and accents taken apart
 * (NFKD) and the accents dropped, lower case, curly apostrophes straight.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ]/g, "'");
}

/**
 * A function that gives a word's stem by Porter's algorithm and remembers it: a corpus repeats a
 * few thousand words, and stemming is the costliest step of reading one.
 *
 * @see https://tartarus.org/martin/PorterStemmer/
 */
export function createStem(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemmer(word);
      stems.set(word, stem);
    }
    return stem;
  };
}

/** The content words of a folded text, in order; stop words and single letters are passed over. */
export function readWords(folded: string, stem: (word: string) => string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  for (const match of folded.matchAll(TOKEN)) {
    const token = match[0];
    const start = match.index;
    if (!isWord(token)) {
      sentence += 1;
      continue;
    }
    const surface = token.replace(/'+$/, '').replace(/'s$/, '');
    if (surface.length < 2 || surface.length > LONGEST_WORD || STOP_WORDS.has(surface)) continue;
    const end = start + surface.length;
    words.push({ stem: stem(surface), surface, start, end, sentence });
  }
  return words;
}

/**
 * Call `visit` for every term of a text: each content word by itself, and each pair of content
 * words that follow each other in a sentence, whatever stop words lie between ("head of
 * engineering" holds the pair "head engin"). For a single word `first` and `last` are the same.
 */
export function forEachTerm(
  words: readonly Word[],
  visit: (term: string, first: Word, last: Word) => void,
): void {
  let previous: Word | undefined;
  for (const word of words) {
    visit(word.stem, word, word);
    if (previous?.sentence === word.sentence) {
      visit(`${previous.stem} ${word.stem}`, previous, word);
    }
    previous = word;
  }
}

function isWord(token: string): boolean {
  const code = token.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
