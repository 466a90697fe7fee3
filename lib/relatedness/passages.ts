import type { Permalink } from '../blog/permalink.ts';
import type { Corpus } from './corpus.ts';
import { floorOf, SHARE_OF_BEST } from './floors.ts';
import { commonestForm, createFormReader, type Forms } from './forms.ts';
import { queryOf } from './query.ts';
import { sharesOf, weightsOf } from './vector.ts';

/** A short text that stands in a post or is written about it: a highlight with its note. */
export interface Passage {
  id: string;
  /** The post it belongs to. */
  source: Permalink;
  text: string;
}

/** A passage that speaks of the same thing. */
export interface RelatedPassage<P extends Passage = Passage> {
  passage: P;
  /** The cosine of its terms with what was asked about. */
  score: number;
  /** Up to three terms they share, the most telling first, as the passage writes them. */
  terms: string[];
}

/** What passages are compared with: a post, a text read or written in it, or both. */
export interface About {
  /** Passages of this post are left out: they are before the reader's eyes. */
  permalink?: Permalink;
  text?: string;
}

export interface PassageRanking {
  /** The passages nearest to a post or a text, the nearest first; five unless told otherwise. */
  relatedPassages<P extends Passage>(
    passages: readonly P[],
    about: About,
    limit?: number,
  ): RelatedPassage<P>[];
}

const DEFAULT_LIMIT = 5;
const TERMS_SHOWN = 3;

/**
 * Compares short texts by the words of the blog: what is rare in its posts weighs much in them.
 * Most share no term at all; of those that do, what is near by the measure for posts is listed.
 */
export function createPassageRanking(corpus: Corpus): PassageRanking {
  const { lexicon, index } = corpus;
  const read = createFormReader(lexicon);

  return {
    relatedPassages(passages, { permalink, text = '' }, limit = DEFAULT_LIMIT) {
      const number = permalink === undefined ? undefined : corpus.findNumber(permalink);
      const weights = weightsOf(queryOf(corpus, number, corpus.toVector([text])));
      const ranked = passages
        .filter(({ source }) => source !== permalink)
        .map((passage) => {
          const shares = sharesOf(weights, corpus.toVector([passage.text]));
          const score = shares.reduce((sum, { share }) => sum + share, 0);
          return { passage, score, shares };
        })
        .filter(({ score }) => score >= floorOf(index.size))
        .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
      const least = (ranked[0]?.score ?? 0) * SHARE_OF_BEST;
      return ranked
        .filter(({ score }) => score >= least)
        .slice(0, Math.max(0, limit))
        .map(({ passage, score, shares }) => {
          const shown = shares.sort((a, b) => b.share - a.share).slice(0, TERMS_SHOWN);
          const forms: Forms = new Map(shown.map(({ term }) => [term, new Map()]));
          read(passage.text, forms);
          const terms = shown.map(({ term }) => commonestForm(term, forms, lexicon));
          return { passage, score: Math.min(1, score), terms: [...new Set(terms)] };
        });
    },
  };
}
