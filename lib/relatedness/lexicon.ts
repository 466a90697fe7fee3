import { stemmer } from 'stemmer';
import { GrowingInts } from './growing-ints.ts';
import { PHRASES, type Phrase } from './phrases.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The number of a word that is passed over, and of a term that is not known. */
export const NONE = -1;
/** The number of a word that is not known and was not to be added. */
export const UNKNOWN = -2;

/** What a word as written comes to: the number of its stem, or phrases it may begin. */
export interface Reading {
  /** `NONE` for stop words; `UNKNOWN` for a stem without a number. */
  word: number;
  phrases?: readonly Phrase[];
}

/**
 * Numbers for the words and terms of a corpus. A *word* is a stem; a *term* is a word by itself or
 * a pair of words. Numbers are given on first sight and never change.
 *
 * Stems are Porter's, and remembered: a corpus repeats a few thousand words, and stemming is the
 * costliest step of reading one.
 *
 * @see https://tartarus.org/martin/PorterStemmer/
 */
export class Lexicon {
  /** The stems, by word. */
  readonly stems: string[] = [];
  private readonly words = new Map<string, number>();
  private readonly readings = new Map<string, Reading>();
  /** The words of each term; the second is `NONE` where a term is one word. */
  private readonly firsts = new GrowingInts();
  private readonly seconds = new GrowingInts();
  /** First word, second word and term plus one, scattered by the words; a term of 0 is free. */
  private slots = new Int32Array(SLOT * 1024);
  private mask = 1023;

  get termCount(): number {
    return this.firsts.length;
  }

  /** What a word as written, in lower case, comes to; `adding` gives new stems a number. */
  read(surface: string, adding: boolean): Reading {
    const known = this.readings.get(surface);
    if (known) return known;
    const isPassedOver = STOP_WORDS.has(surface) || surface.length < 2;
    const word = isPassedOver ? NONE : this.stem(surface, adding);
    const phrases = PHRASES.get(surface);
    const reading = phrases ? { word, phrases } : { word };
    if (word !== UNKNOWN) this.readings.set(surface, reading);
    return reading;
  }

  /** The word of a stem. */
  wordOf(stem: string, adding: boolean): number {
    const known = this.words.get(stem);
    if (known !== undefined || !adding) return known ?? UNKNOWN;
    this.words.set(stem, this.stems.length);
    return this.stems.push(stem) - 1;
  }

  /** The word of a word as it is written. */
  stem(surface: string, adding: boolean): number {
    return this.wordOf(stemmer(surface), adding);
  }

  /** The term of a word (`second` is `NONE`) or of a pair; `NONE` if it is new and not added. */
  term(first: number, second: number, adding: boolean): number {
    const slots = this.slots;
    let at = (hash(first, second) & this.mask) * SLOT;
    for (;;) {
      const entry = slots[at + 2] as number;
      if (entry === 0) break;
      if (slots[at] === first && slots[at + 1] === second) return entry - 1;
      at = at + SLOT === slots.length ? 0 : at + SLOT;
    }
    if (!adding) return NONE;
    this.firsts.push(first);
    this.seconds.push(second);
    this.fill(at, first, second, this.termCount);
    if (this.termCount * 2 > this.mask) this.scatter(this.mask * 2 + 1);
    return this.termCount - 1;
  }

  /** The words of a term; the second is `NONE` where it is one word. */
  wordsOf(term: number): [first: number, second: number] {
    return [this.firsts.at(term), this.seconds.at(term)];
  }

  private fill(at: number, first: number, second: number, entry: number): void {
    this.slots[at] = first;
    this.slots[at + 1] = second;
    this.slots[at + 2] = entry;
  }

  /** Make room, by one bit of the hash more. */
  private scatter(mask: number): void {
    this.mask = mask;
    this.slots = new Int32Array(SLOT * (mask + 1));
    for (let term = 0; term < this.termCount; term += 1) {
      const [first, second] = this.wordsOf(term);
      let at = (hash(first, second) & mask) * SLOT;
      while (this.slots[at + 2] !== 0) at = at + SLOT === this.slots.length ? 0 : at + SLOT;
      this.fill(at, first, second, term + 1);
    }
  }
}

/** Integers a slot takes; they lie side by side, so that looking one up reads memory once. */
const SLOT = 4;

/** Two odd constants near the golden ratio of 2³² and its square spread neighbours apart. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 2, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}
