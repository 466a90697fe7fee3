import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import { createCorpus } from './corpus.ts';
import { floorOf, SHARE_OF_BEST } from './floors.ts';
import { createLinkGraph } from './links.ts';
import type { Ranked } from './nearest.ts';
import { createPassageRanking, type PassageRanking } from './passages.ts';
import { queryOf } from './query.ts';
import { createRanking, type Nearness } from './ranking.ts';
import { createReasons } from './reasons.ts';
import { type Related, withReason } from './related.ts';
import { type StoredIndex, toBytes } from './stored-index.ts';

export interface RelatedOptions {
  /**
   * How many posts to list, however near they are. If it is not given, the list is what a reader
   * is to be shown: the linked posts, and at most five others that are near enough.
   */
  limit?: number;
  /** What the reader highlighted in the post: then this counts for more than the post around it. */
  passages?: readonly string[];
  /** Permalinks of posts that the reader does not want to see here. */
  without?: ReadonlySet<string>;
}

export interface Relatedness extends PassageRanking {
  /** How many posts are known. */
  readonly size: number;
  /** The posts that are known, in no order that matters. */
  readonly permalinks: Iterable<Permalink>;
  /**
   * The posts related to one: first those that are linked with it, then the nearest in subject,
   * the nearest first. None for a permalink that is not known.
   */
  related(permalink: Permalink, options?: RelatedOptions): Related[];
  /** Add a post, or put it in place of what was known of it; no other is read again. */
  save(post: Post): void;
  remove(permalink: Permalink): void;
  /** The index as bytes, for `parseIndex`: a kilobyte or two for a post of 800 words. */
  toBytes(): Uint8Array;
}

const MOST_SHOWN = 5;

/**
 * Compare the posts of a blog by their words. Of posts with the same permalink the last is taken.
 *
 * Answers depend on the posts that are known, and neither on the order in which they came nor on
 * how: by `createRelatedness`, by `save`, or from what was `stored`. Posts whose text is as it was
 * when it was stored are not read again.
 */
export function createRelatedness(posts: Iterable<Post>, stored?: StoredIndex): Relatedness {
  const corpus = createCorpus(stored);
  const { index, lexicon } = corpus;
  const links = createLinkGraph();
  const ranking = createRanking(corpus, links);
  const reasonsFor = createReasons(lexicon, index);

  const save = (post: Post) => {
    corpus.save(post);
    links.save(post);
  };
  for (const post of posts) save(post);

  const listRanked = (
    permalink: Permalink,
    { cosines, scores }: Nearness,
    { limit, without }: RelatedOptions,
  ) => {
    const linked = links.linkedWith(permalink);
    const isOut = (other: string) => linked.has(other) || without?.has(other) === true;
    const numbers = Array.from(linked.keys()).flatMap((other) =>
      without?.has(other) ? [] : (corpus.findNumber(other) ?? []),
    );
    const first = numbers
      .map((number) => ({ number, score: scores[number] ?? 0 }))
      .sort(ranking.compare);
    const own = corpus.findNumber(permalink);
    const isOther = (number: number) =>
      number !== own && !isOut(corpus.findPost(number)?.permalink ?? '');
    if (limit !== undefined) {
      const left = limit - first.length;
      return [...first.slice(0, Math.max(0, limit)), ...ranking.nearest(scores, left, isOther)];
    }
    const nearest = ranking.nearest(scores, MOST_SHOWN, isOther);
    const floor = floorOf(index.size);
    const least = (nearest[0]?.score ?? 0) * SHARE_OF_BEST;
    const isNear = ({ number, score }: Ranked) =>
      score >= least && (cosines[number] as number) >= floor;
    return [...first, ...nearest.filter(isNear)];
  };

  return {
    get size() {
      return index.size;
    },
    get permalinks() {
      return corpus.permalinks;
    },
    related(permalink, options = {}) {
      const number = corpus.findNumber(permalink);
      const asked = number === undefined ? undefined : corpus.findPost(number);
      if (number === undefined || !asked) return [];

      const highlighted = corpus.toVector(options.passages ?? []);
      const query = queryOf(corpus, number, highlighted);
      // What was highlighted has no title, and is the point of a list that is asked for with it.
      const titled = highlighted.terms.length === 0 ? number : undefined;
      const ranked = listRanked(permalink, ranking.nearness(query, titled), options);
      const reasonOf = reasonsFor(query, asked);
      const linked = links.linkedWith(permalink);
      return ranked.flatMap(({ number: other, score }) => {
        const post = corpus.findPost(other);
        if (!post) return [];
        const why = () => reasonOf(post, index.vectorOf(other));
        return withReason({ post, score }, linked.get(post.permalink), why);
      });
    },
    save,
    remove(permalink) {
      corpus.remove(permalink);
      links.remove(permalink);
    },
    toBytes: () => toBytes(corpus.toStored()),
    ...createPassageRanking(corpus),
  };
}
