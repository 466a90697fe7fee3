import { GrowingInts } from './growing-ints.ts';
import type { Phrase } from './phrases.ts';

/** What a word as written comes to: the number of its stem, or phrases it may begin. */
export interface Reading {
  /** `NONE` for stop words; `UNKNOWN` for a stem without a number. */
  word: number;
  phrases?: readonly Phrase[];
}

/** Where a hash begins, and what it goes on with (FNV-1a, 32 bits). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/**
 * The readings of words as they are written, found by their letters where they stand in a text:
 * cutting each of them out to look it up in a `Map` took more time than all else of reading.
 *
 * Letters are ASCII. Their hash is given, since whoever reads has them in hand anyway.
 */
export class Readings {
  private readonly entries: Reading[] = [];
  private readonly hashes = new GrowingInts();
  /** Entry n has the letters from starts[n] to starts[n + 1]. */
  private readonly starts = new GrowingInts();
  private letters = new Uint8Array(1024);
  private end = 0;
  /** Entries plus one, scattered by hash; 0 is free. */
  private slots = new Int32Array(1024);

  constructor() {
    this.starts.push(0);
  }

  /** What stands in a text from `start` to `end`; undefined when it has not been read before. */
  find(text: string, start: number, end: number, hash: number): Reading | undefined {
    const mask = this.slots.length - 1;
    for (let at = slotOf(hash) & mask; ; at = (at + 1) & mask) {
      const entry = (this.slots[at] as number) - 1;
      if (entry < 0) return undefined;
      if (this.hashes.values[entry] === hash && this.isAt(entry, text, start, end)) {
        return this.entries[entry];
      }
    }
  }

  /** Remember what a word comes to that has not been found. */
  add(surface: string, hash: number, reading: Reading): void {
    this.entries.push(reading);
    this.hashes.push(hash);
    if (this.end + surface.length > this.letters.length) {
      const larger = new Uint8Array((this.end + surface.length) * 2);
      larger.set(this.letters);
      this.letters = larger;
    }
    for (let i = 0; i < surface.length; i += 1) this.letters[this.end++] = surface.charCodeAt(i);
    this.starts.push(this.end);
    if (this.entries.length * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2);
      for (let entry = 0; entry < this.entries.length - 1; entry += 1) this.scatter(entry);
    }
    this.scatter(this.entries.length - 1);
  }

  private scatter(entry: number): void {
    const mask = this.slots.length - 1;
    let at = slotOf(this.hashes.at(entry)) & mask;
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.slots[at] = entry + 1;
  }

  private isAt(entry: number, text: string, start: number, end: number): boolean {
    const from = this.starts.values[entry] as number;
    if ((this.starts.values[entry + 1] as number) - from !== end - start) return false;
    for (let i = end - start - 1; i >= 0; i -= 1) {
      if (this.letters[from + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }
}

/** The hash of a part of a text, letter by letter. */
export function hashOfPart(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_PRIME);
  return hash;
}

/** The low bits of a product know only the low bits of its factors: the high ones are mixed in. */
function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
