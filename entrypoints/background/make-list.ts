import type { Permalink } from '../../lib/blog/permalink.ts';
import { createFragmentFinder } from '../../lib/markdown/text-fragment.ts';
import type { Relatedness } from '../../lib/relatedness/index.ts';
import type { Related } from '../../lib/relatedness/related.ts';
import {
  basisOf,
  LISTS_VERSION,
  type ListedPost,
  type RelatedList,
} from '../../lib/storage/related-list.ts';
import type { ListBasis } from '../../lib/storage/related-work.ts';

/** Links are knowledge, but the post that lists the whole blog is no reading matter. */
const MOST_LINKED = 20;

/** A sentence is shown in a line or three, and looked for in the post. UTF-16 units. */
const LONGEST_SENTENCE = 1000;

/** The list of a post as it is kept, with the reasons worked out. Takes a few milliseconds. */
export function makeList(
  relatedness: Relatedness,
  permalink: Permalink,
  { passages, unrelated }: ListBasis,
): RelatedList {
  const related = relatedness.related(permalink, { without: unrelated });
  const [linked, near] = [related.filter(isLinked), related.filter((one) => !isLinked(one))];
  const highlighted =
    passages.length > 0
      ? relatedness
          .related(permalink, { passages, without: unrelated })
          .filter((one) => !isLinked(one))
      : [];
  return {
    permalink,
    version: LISTS_VERSION,
    basis: basisOf(passages, unrelated),
    related: [...linked.slice(0, MOST_LINKED), ...near].map(toListed),
    highlighted: highlighted.map(toListed),
  };
}

function isLinked({ linked }: Related): boolean {
  return linked !== undefined;
}

function toListed({ post, score, linked, terms, sentence }: Related): ListedPost {
  const { permalink, title, published, text } = post;
  const isFit = sentence !== undefined && sentence.length <= LONGEST_SENTENCE;
  const fragment = isFit ? createFragmentFinder(text)(sentence) : undefined;
  return {
    permalink,
    title,
    score,
    terms,
    ...(published !== undefined && { published }),
    ...(linked && { linked }),
    ...(isFit && { sentence }),
    ...(fragment !== undefined && { fragment }),
  };
}
