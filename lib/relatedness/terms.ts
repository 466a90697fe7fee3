import { GrowingInts } from './growing-ints.ts';
import { type Lexicon, NONE } from './lexicon.ts';
import { HASH_PRIME, HASH_SEED, hashOfPart } from './readings.ts';
import { pairOf, type Term } from './term.ts';

/**
 * The content words of a text, in order, as columns of one table; offsets are UTF-16 units of the
 * *folded* text. Words with the same clause number have no `. ! ? ; :` or paragraph between them.
 */
export interface WordList {
  words: GrowingInts;
  starts: GrowingInts;
  ends: GrowingInts;
  clauses: GrowingInts;
}

/** Longer than any word: a hash, an address, a wall of one letter. */
const LONGEST_WORD = 40;

const OTHER = 0;
const WORD_START = 1;
const WORD_PART = 2;
const APOSTROPHE = 3;
const CLAUSE_END = 4;
const LINE_END = 5;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[a-z0-9]/.test(letter)) return WORD_START;
  if (/[+#]/.test(letter)) return WORD_PART;
  if (letter === "'") return APOSTROPHE;
  if (letter === '\n') return LINE_END;
  return /[.!?;:]/.test(letter) ? CLAUSE_END : OTHER;
});

export function createWordList(): WordList {
  return {
    words: new GrowingInts(),
    starts: new GrowingInts(),
    ends: new GrowingInts(),
    clauses: new GrowingInts(),
  };
}

/**
 * Read the content words of a folded text into a list, in place of what was in it: tokens
 * `[a-z0-9][a-z0-9+#']*` without `'s`. Stop words, single letters and what is longer than a word
 * are passed over. A word the lexicon does not know, if it is not to be added, has its place and
 * the number `UNKNOWN`: words on its two sides are no neighbours.
 */
export function readWords(folded: string, lexicon: Lexicon, adding: boolean, list: WordList): void {
  const { words, starts, ends, clauses } = list;
  words.length = starts.length = ends.length = clauses.length = 0;
  const { length } = folded;
  let clause = 0;
  const push = (word: number, start: number, end: number) => {
    words.push(word);
    starts.push(start);
    ends.push(end);
    clauses.push(clause);
  };
  let at = 0;
  while (at < length) {
    const kind = kindAt(folded, at);
    if (kind !== WORD_START) {
      if (kind === CLAUSE_END || (kind === LINE_END && isParagraphEnd(folded, at))) clause += 1;
      at += 1;
      continue;
    }
    const start = at;
    let hash = HASH_SEED;
    let hasApostrophe = false;
    for (; at < length; at += 1) {
      const part = kindAt(folded, at);
      if (part === OTHER || part > APOSTROPHE) break;
      if (part === APOSTROPHE) hasApostrophe = true;
      hash = Math.imul(hash ^ folded.charCodeAt(at), HASH_PRIME);
    }
    let end = at;
    if (hasApostrophe) {
      end = endOfWord(folded, start, at);
      hash = hashOfPart(folded, start, end);
    }
    if (end - start > LONGEST_WORD) continue;
    const { word, phrases } = lexicon.read(folded, start, end, adding, hash);
    const phrase = phrases?.find(({ pattern }) => matchesAt(pattern, folded, start));
    if (phrase) {
      at = Math.max(at, phrase.pattern.lastIndex);
      for (const each of phrase.readAs) push(lexicon.stem(each, adding), start, at);
    } else if (word !== NONE) push(word, start, end);
  }
}

/**
 * Call `visit` for every term of a list: each content word by itself, and each pair of content
 * words that follow each other in a clause, whatever stop words lie between ("head of engineering"
 * holds the pair "head engin"). For a single word `first` and `last`, its places, are the same.
 */
export function forEachTerm(
  { words, clauses }: WordList,
  visit: (term: Term, first: number, last: number) => void,
): void {
  for (let place = 0; place < words.length; place += 1) {
    const word = words.values[place] as number;
    if (word < 0) continue;
    visit(word, place, place);
    if (place === 0 || clauses.values[place - 1] !== clauses.values[place]) continue;
    const previous = words.values[place - 1] as number;
    if (previous >= 0) visit(pairOf(previous, word), place - 1, place);
  }
}

const NEWLINE = 10;
const APOSTROPHE_CODE = 39;
const LETTER_S = 115;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (KINDS[code] as number) : OTHER;
}

function isParagraphEnd(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && text.charCodeAt(next) !== NEWLINE) {
    if (text.charCodeAt(next) > 32) return false;
    next += 1;
  }
  return next < text.length;
}

/** Without apostrophes at its end, and without `'s`. */
function endOfWord(text: string, start: number, tokenEnd: number): number {
  let end = tokenEnd;
  while (end > start && text.charCodeAt(end - 1) === APOSTROPHE_CODE) end -= 1;
  const isGenitive =
    end - start > 2 &&
    text.charCodeAt(end - 1) === LETTER_S &&
    text.charCodeAt(end - 2) === APOSTROPHE_CODE;
  return isGenitive ? end - 2 : end;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
