/** Nothing but plain letters and the marks that need no decomposing. */
const PLAIN = /^[\0-\x7f‘’“”–—]*$/;

/**
 * The text in the one form that words are read from: compatibility forms and accents taken apart
 * (NFKD) and the accents dropped, lower case, curly apostrophes straight.
 */
export function fold(text: string): string {
  const parted = PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return parted
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ]/g, "'");
}
