import type { Target } from '../../lib/annotation/target.ts';

/** Words that tell where a passage begins or ends: more would find less after an edit. */
const EDGE_WORDS = 5;

/**
 * Where a post opens at a passage: its address with a text fragment (WICG Scroll to Text Fragment),
 * which a browser that does not know the passage any more leaves aside.
 */
export function toPassageAddress({ source, passage }: Target): string {
  const blocks = passage
    .split('\n')
    .map(wordsOf)
    .filter(({ length }) => length > 0);
  const [first = [], last = first] = [blocks[0], blocks.at(-1)];
  if (first.length === 0) return source;
  // What is to be found may not reach from one block of text into the next.
  const isShort = blocks.length === 1 && first.length <= 2 * EDGE_WORDS;
  const parts = isShort ? [first] : [first.slice(0, EDGE_WORDS), last.slice(-EDGE_WORDS)];
  return `${source}#:~:text=${parts.map((part) => encode(part.join(' '))).join(',')}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** A hyphen has a meaning of its own in a text fragment. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
