import type { Random } from './random.ts';

/** A passage of a text: in which paragraph, and where in it, in UTF-16 units. */
export interface Quote {
  paragraph: number;
  start: number;
  end: number;
}

const LEAST_WORDS = 4;
const MOST_WORDS = 30;

/** Passages of 4 to 30 words, each from a word's beginning to a word's end in one paragraph. */
export function drawQuotes(paragraphs: readonly string[], count: number, random: Random): Quote[] {
  return Array.from({ length: count }, () => {
    const paragraph = random.between(0, paragraphs.length - 1);
    const words = Array.from((paragraphs[paragraph] as string).matchAll(/\w+/g));
    const length = random.between(LEAST_WORDS, Math.min(MOST_WORDS, words.length));
    const first = random.between(0, words.length - length);
    const last = words[first + length - 1] as RegExpExecArray;
    return {
      paragraph,
      start: words[first]?.index ?? 0,
      end: last.index + last[0].length,
    };
  });
}
