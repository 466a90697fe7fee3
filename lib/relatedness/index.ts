import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import { passageFrequencies, postFrequencies } from './frequencies.ts';
import { createReadable } from './readable.ts';
import { createVectorSpace, SMALL_CORPUS } from './space.ts';
import { createStem } from './terms.ts';
import { mix, type SparseVector, sharedTerms } from './vector.ts';

/** A post that is about what another is about, and why it is thought so. */
export interface Related {
  post: Post;
  /** The cosine of the two term vectors: 0 for nothing in common, 1 for the same words. */
  score: number;
  /** Up to five terms the two share, the most telling first, as the posts write them. */
  terms: string[];
}

export interface RelatedOptions {
  /** How many posts to list at most. Five, if not given. */
  limit?: number;
  /** What the reader highlighted in the post: then this counts for more than the post around it. */
  passages?: readonly string[];
}

export interface Relatedness {
  /**
   * The posts nearest in subject to one of the corpus, the nearest first: only such as are near
   * enough to be worth a reader's time, so often fewer than asked for, and none for a permalink
   * that is not in the corpus.
   */
  related(permalink: Permalink, options?: RelatedOptions): Related[];
}

const DEFAULT_LIMIT = 5;
const TERMS_SHOWN = 5;

/** Less than this in common is chance. In a small corpus every shared term is rare and weighs. */
const FLOOR = 0.06;
const SMALL_CORPUS_FLOOR = 0.03;

/** Beside a good match, one less than half as good is noise. */
const SHARE_OF_BEST = 0.5;

/** What the query is made of when passages are given. */
const POST_SHARE = 0.35;
const PASSAGES_SHARE = 0.65;

/**
 * Compare the posts of a blog by their words. Of posts with the same permalink the last is taken.
 *
 * The corpus is read once, here; each query then costs what the posts that share a term with it
 * cost. Answers do not depend on the order of the posts.
 */
export function createRelatedness(posts: readonly Post[]): Relatedness {
  const corpus = [...new Map(posts.map((post) => [post.permalink, post])).values()];
  const places = new Map(corpus.map((post, place) => [post.permalink, place]));
  const stem = createStem();
  const space = createVectorSpace(corpus.map((post) => postFrequencies(post, stem)));
  const readable = createReadable(stem);
  const floor = corpus.length < SMALL_CORPUS ? SMALL_CORPUS_FLOOR : FLOOR;

  const queryOf = (place: number, passages: readonly string[]): SparseVector => {
    const vector = space.vectors[place] ?? space.toVector(new Map());
    const highlighted = space.toVector(passageFrequencies(passages, stem));
    // Passages of stop words alone, or of words the corpus lacks, leave the post to speak.
    if (highlighted.terms.length === 0) return vector;
    return mix(vector, POST_SHARE, highlighted, PASSAGES_SHARE);
  };

  return {
    related(permalink, { limit = DEFAULT_LIMIT, passages = [] } = {}) {
      const place = places.get(permalink);
      const asked = place === undefined ? undefined : corpus[place];
      if (place === undefined || !asked) return [];

      const query = queryOf(place, passages);
      const ranked: { post: Post; score: number; vector: SparseVector }[] = [];
      space.cosines(query).forEach((score, i) => {
        const post = corpus[i];
        const vector = space.vectors[i];
        if (post && vector && i !== place && score >= floor) ranked.push({ post, score, vector });
      });
      ranked.sort((a, b) => b.score - a.score || byPermalink(a.post, b.post));

      const least = (ranked[0]?.score ?? 0) * SHARE_OF_BEST;
      const weights = new Map(Array.from(query.terms, (term, i) => [term, query.weights[i] ?? 0]));
      return ranked
        .filter(({ score }) => score >= least)
        .slice(0, Math.max(0, limit))
        .map(({ post, score, vector }) => ({
          post,
          score,
          terms: sharedTerms(weights, vector)
            .map(({ term, share }) => ({ term: space.termOf(term), share }))
            .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
            .slice(0, TERMS_SHOWN)
            .map(({ term }) => readable(term, [post, asked])),
        }));
    },
  };
}

/** Between equals the later post first: a permalink starts with its year and month. */
function byPermalink(a: Post, b: Post): number {
  if (a.permalink === b.permalink) return 0;
  return a.permalink > b.permalink ? -1 : 1;
}
