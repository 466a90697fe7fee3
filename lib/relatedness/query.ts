import type { Corpus } from './corpus.ts';
import { mix, type SparseVector } from './vector.ts';

/** What a query is made of when there are passages in a post. */
const POST_SHARE = 0.35;
const PASSAGES_SHARE = 0.65;

/**
 * What to look for: what a post is about, and more than that what its passages are about. Passages
 * of stop words alone, or of words no post holds, leave the post to speak.
 */
export function queryOf(
  corpus: Corpus,
  number: number | undefined,
  highlighted: SparseVector,
): SparseVector {
  if (number === undefined) return highlighted;
  const post = corpus.index.vectorOf(number);
  if (highlighted.terms.length === 0) return post;
  return mix(post, POST_SHARE, highlighted, PASSAGES_SHARE);
}
