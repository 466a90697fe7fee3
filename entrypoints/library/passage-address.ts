import type { Target } from '../../lib/annotation/target.ts';

/** Words that tell where a passage begins or ends: more would find less after an edit. */
const EDGE_WORDS = 5;

/**
 * Where a post opens at a passage: its address with a text fragment (WICG Scroll to Text Fragment),
 * which a browser that does not know the passage any more leaves aside.
 */
export function toPassageAddress({ source, passage }: Target): string {
  const words = passage.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return source;
  const isShort = words.length <= 2 * EDGE_WORDS && !passage.includes('\n');
  const parts = isShort ? [words] : [words.slice(0, EDGE_WORDS), words.slice(-EDGE_WORDS)];
  return `${source}#:~:text=${parts.map((part) => encode(part.join(' '))).join(',')}`;
}

/** A hyphen has a meaning of its own in a text fragment. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
