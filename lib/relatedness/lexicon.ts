import { stemmer } from 'stemmer';
import { PHRASES } from './phrases.ts';
import { hashOfPart, type Reading, Readings } from './readings.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The number of a word that is passed over. */
export const NONE = -1;
/** The number of a word that is not known and was not to be added. */
export const UNKNOWN = -2;

/**
 * Numbers for the words of a corpus: a *word* is a stem. Numbers are given on first sight and never
 * change.
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
  private readonly readings = new Readings();

  /**
   * What a word as written, in lower case, comes to: the one that stands in a text from `start` to
   * `end` and has this hash. `adding` gives new stems a number.
   */
  read(
    text: string,
    start: number,
    end: number,
    adding: boolean,
    hash = hashOfPart(text, start, end),
  ): Reading {
    const known = this.readings.find(text, start, end, hash);
    if (known) return known;
    const surface = text.slice(start, end);
    const isPassedOver = STOP_WORDS.has(surface) || surface.length < 2;
    const word = isPassedOver ? NONE : this.stem(surface, adding);
    const phrases = PHRASES.get(surface);
    const reading = phrases ? { word, phrases } : { word };
    if (word !== UNKNOWN) this.readings.add(surface, hash, reading);
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
}
