import { bisect } from './bisect.ts';
import { wordsOf } from './words.ts';

/** A text made ready for many searches: what it takes to prepare is done once, when first needed. */
export interface PreparedText {
  readonly text: string;
  /** The UTF-16 offset at which the code point with the given index begins; at most the length. */
  utf16Of(codePoint: number): number;
  /** The UTF-16 offsets at which a word stands. */
  placesOf(key: string): readonly number[];
}

/** The text asked for last: a post is searched for many passages in a row. */
let latest: PreparedText | undefined;

/** Prepare a text; asked for the same one again, the answer is the one given before. */
export function prepareText(text: string): PreparedText {
  if (latest?.text !== text) latest = create(text);
  return latest;
}

function create(text: string): PreparedText {
  let offsets: readonly number[] | undefined;
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    text,
    utf16Of(codePoint) {
      offsets ??= astralOffsets(text);
      // Every character of two units before the code point moves it one further.
      const before = bisect(offsets, (astral) => astral < codePoint);
      return Math.min(codePoint + before, text.length);
    },
    placesOf(key) {
      places ??= indexWords(text);
      return places.get(key) ?? [];
    },
  };
}

/** Where, in code points, each character beyond the Basic Multilingual Plane stands. */
function astralOffsets(text: string): number[] {
  return Array.from(
    text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g),
    ({ index }, before) => index - before,
  );
}

function indexWords(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { key, start } of wordsOf(text)) {
    const known = places.get(key);
    if (known) known.push(start);
    else places.set(key, [start]);
  }
  return places;
}
