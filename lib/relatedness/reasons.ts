import type { Post } from '../blog/post.ts';
import { commonestForm, createFormReader, type Forms } from './forms.ts';
import { withoutNoise } from './grain.ts';
import type { Lexicon } from './lexicon.ts';
import { sentencesOf } from './sentences.ts';
import { type SparseVector, sharesOf, weightsOf } from './vector.ts';
import type { TermIndex } from './vector-space.ts';

/** Why a text is thought to be about what another is about. */
export interface Reason {
  /** Up to five terms the two share, the most telling first, as the posts write them. */
  terms: string[];
  /** The sentence nearest to what was asked about, exactly as it stands; none if none is near. */
  sentence?: string | undefined;
}

const TERMS_SHOWN = 5;

/** Terms a sentence is taken to have beside its own: a heading of one word is not the nearest. */
const TERMS_BESIDE = 8;

/** Says why posts are in a list. What it reads of the post asked about is read once for all. */
export type ReasonOf = (post: Post, vector: SparseVector) => Reason;

/** How to get at the reasons for a query about one post. */
export function createReasons(
  lexicon: Lexicon,
  index: TermIndex,
): (query: SparseVector, asked: Pick<Post, 'title' | 'text'>) => ReasonOf {
  const read = createFormReader(lexicon);
  const nameOf = (term: number) => commonestForm(term, new Map(), lexicon);

  const nearestSentence = (text: string, query: Map<number, number>, forms: Forms) => {
    let best: string | undefined;
    let bestScore = 0;
    for (const sentence of sentencesOf(text)) {
      const terms = new Set<number>();
      read(sentence, forms, (term) => terms.add(term));
      let sum = 0;
      for (const term of terms) sum += (query.get(term) ?? 0) * index.idfOf(term);
      const score = withoutNoise(sum / Math.sqrt(terms.size + TERMS_BESIDE));
      if (score > bestScore) {
        best = sentence;
        bestScore = score;
      }
    }
    return best;
  };

  return (query, asked) => {
    const weights = weightsOf(query);
    const formsOfAsked: Forms = new Map();
    const readAsked = () => {
      for (const term of query.terms) formsOfAsked.set(term, new Map());
      read(asked.text, formsOfAsked);
      read(asked.title, formsOfAsked);
    };
    return (post, vector) => {
      if (formsOfAsked.size === 0) readAsked();
      const terms = sharesOf(weights, vector)
        .map(({ term, share }) => ({ term, share: withoutNoise(share), name: nameOf(term) }))
        .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
        .slice(0, TERMS_SHOWN)
        .map(({ term }) => term);
      const forms: Forms = new Map(terms.map((term) => [term, new Map(formsOfAsked.get(term))]));
      const sentence = nearestSentence(post.text, weights, forms);
      read(post.title, forms);
      const written = terms.map((term) => commonestForm(term, forms, lexicon));
      return { terms: [...new Set(written)], sentence };
    };
  };
}
