import type { Permalink } from '../../../lib/blog/permalink.ts';
import type { Post } from '../../../lib/blog/post.ts';

/** The permalink of a test's post, from a short name. */
export function at(name: string): Permalink {
  return `https://www.elidedbranches.com/2015/01/${name}.html` as Permalink;
}

/** A post that says what the test is about and nothing else. */
export function aPost(name: string, text: string, title = ''): Post {
  return { permalink: at(name), title, labels: [], text, excerpt: false };
}

const SYLLABLES = ['ba', 'ko', 'du', 'mi', 'ne', 'ru', 'so', 'ti', 'vo', 'za'];

/** A made-up word, another for every number, that no text of a test holds. */
export function madeUpWord(number: number): string {
  const digits = [...String(number)];
  return `qx${digits.map((digit) => SYLLABLES[Number(digit)]).join('')}x`;
}

/** Posts that share no word with each other or with any other post. */
export function strangers(count: number, from = 0): Post[] {
  return Array.from({ length: count }, (_, i) =>
    aPost(
      `stranger-${from + i}`,
      `${madeUpWord((from + i) * 2)} ${madeUpWord((from + i) * 2 + 1)}.`,
    ),
  );
}
