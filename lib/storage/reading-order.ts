import type { Annotation } from '../annotation/annotation.ts';
import { findSelector } from '../annotation/selector.ts';
import { isWholePost } from '../annotation/target.ts';

/** Compares annotations of one post by where they stand in it: first what is about all of it. */
export function inReadingOrder(a: Annotation, b: Annotation): number {
  return startOf(a) - startOf(b) || (a.created < b.created ? -1 : 1);
}

/** Compares annotations by post, and then in reading order. */
export function bySourceInReadingOrder(a: Annotation, b: Annotation): number {
  if (a.target.source === b.target.source) return inReadingOrder(a, b);
  return a.target.source < b.target.source ? -1 : 1;
}

/** Larger than any position, and, unlike infinity, something that can be subtracted from itself. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

function startOf({ target }: Annotation): number {
  if (isWholePost(target)) return -1;
  return findSelector(target.selector, 'TextPositionSelector')?.start ?? NOWHERE;
}
