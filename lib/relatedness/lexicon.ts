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
  /** Terms plus one, scattered by their words; 0 is free. Its length is a power of two. */
  private slots = new Int32Array(1024);

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
    const mask = this.slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const entry = this.slots[slot] as number;
      if (entry === 0) break;
      const term = entry - 1;
      if (this.firsts.values[term] === first && this.seconds.values[term] === second) return term;
      slot = (slot + 1) & mask;
    }
    if (!adding) return NONE;
    this.firsts.push(first);
    this.seconds.push(second);
    this.slots[slot] = this.termCount;
    if (this.termCount * 2 > this.slots.length) this.scatter(this.slots.length * 2);
    return this.termCount - 1;
  }

  /** The words of a term; the second is `NONE` where it is one word. */
  wordsOf(term: number): [first: number, second: number] {
    return [this.firsts.at(term), this.seconds.at(term)];
  }

  private scatter(size: number): void {
    this.slots = new Int32Array(size);
    const mask = size - 1;
    for (let term = 0; term < this.termCount; term += 1) {
      let slot =
        hash(this.firsts.values[term] as number, this.seconds.values[term] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = term + 1;
    }
  }
}

/** Two odd constants near the golden ratio of 2³² and its square spread neighbours apart. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 2, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}
