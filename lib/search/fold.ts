/** What is not a letter's own: accents and the like, once a letter has been taken apart. */
const MARKS = /\p{M}+/gu;
/** White space that is not one space. */
const WHITE_SPACE = /[^\S ]| {2}/;
const BEYOND_ASCII = /[^\0-\x7f]/;
const BEYOND_ASCII_RUN = /[^\0-\x7f]+/g;

/** Signs that people write as others: quotation marks, dashes and spaces as keyboards have them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐-―−]/g, '-'],
  [/\u2026/g, '...'],
];

/** Letters of their own that a reader would look for under two. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
];

/**
 * A text as it is compared: without capitals and accents, with plain quotation marks and dashes,
 * and with one space wherever there is white space. Folding twice is folding once.
 */
export function foldText(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.replace(BEYOND_ASCII_RUN, foldRun) : text;
  const small = plain.toLowerCase();
  // Most texts have single spaces only, which is sooner seen than replaced.
  return WHITE_SPACE.test(small) ? small.replace(/\s+/g, ' ') : small;
}

function foldRun(run: string): string {
  let folded = toPlainSigns(run);
  if (!BEYOND_ASCII.test(folded)) return folded;
  // Compatibility too: ligatures and full-width letters are looked for by the plain ones.
  folded = folded.normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFKD');
  // A raised minus, say, is a minus only now.
  folded = toPlainSigns(folded.replace(MARKS, ''));
  for (const [letter, plain] of LETTERS) folded = folded.replace(letter, plain);
  return folded;
}

function toPlainSigns(text: string): string {
  return SIGNS.reduce((plain, [sign, written]) => plain.replace(sign, written), text);
}

/** A folded text, and where in the original each of its UTF-16 units came from. */
export interface FoldedText {
  text: string;
  /** For each unit of `text` the offset of its character; one more entry for the end. */
  offsets: readonly number[];
}

/** Fold a text that is to be marked: character by character, and so slower than `foldText`. */
export function foldWithOffsets(original: string): FoldedText {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldText(character);
    // A mark that folds to nothing belongs to the letter before it; white space runs are one.
    if (folded !== '' && !(folded === ' ' && text.endsWith(' '))) {
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(original.length);
  return { text, offsets };
}
