import type { Post } from '../blog/post.ts';

/** What a post's words come to: another number, very likely, when a character is another. */
export function fingerprintOf({ title, text }: Pick<Post, 'title' | 'text'>): number {
  return hash(text, Math.imul(hash(title, 0x811c9dc5) ^ SEPARATOR, PRIME)) >>> 0;
}

const PRIME = 0x01000193;
/** Belongs to no text: the end of a title is not the beginning of a text. */
const SEPARATOR = 0x10000;

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value;
}
