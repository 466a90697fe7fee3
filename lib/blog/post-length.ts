/**
 * Words a minute, read silently: the mean of adults with English non-fiction, from 190 studies
 * (M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language, 2019).
 */
const WORDS_PER_MINUTE = 238;

/** Code units up to the space: controls that separate words, and the space itself. */
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * How many words a text has: stretches between white space. A whole blog is counted at once, so
 * this walks the text and makes nothing.
 */
export function countWords(text: string): number {
  let words = 0;
  let wasSpace = true;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const isSpace = unit <= SPACE || unit === NO_BREAK_SPACE;
    if (wasSpace && !isSpace) words += 1;
    wasSpace = isSpace;
  }
  return words;
}

/** How many minutes it takes to read so many words; one at least. */
export function toMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
