import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Packed } from './document.ts';
import { fingerprintOf } from './fingerprint.ts';
import { Lexicon } from './lexicon.ts';
import type { StoredIndex } from './stored-index.ts';
import { createTermCounter, type TermCounts } from './term-counts.ts';
import { createTermIndex } from './term-index.ts';
import type { SparseVector } from './vector.ts';
import type { TermIndex } from './vector-space.ts';

/** The posts of a blog with the index of their terms. */
export interface Corpus {
  readonly lexicon: Lexicon;
  readonly index: TermIndex;
  readonly permalinks: Iterable<Permalink>;
  /** The number of a post in the index. */
  findNumber(permalink: string): number | undefined;
  findPost(number: number): Post | undefined;
  /** The words of a post's title; none when it is not there. */
  titleOf(number: number): TermCounts;
  /** Add a post, or put it in place of what was known of it. */
  save(post: Post): void;
  remove(permalink: Permalink): void;
  /** The vector of some passages; words and pairs that no post holds are left out. */
  toVector(passages: readonly string[]): SparseVector;
  toStored(): StoredIndex;
}

/** A corpus without posts. What is stored spares reading those that have not changed since. */
export function createCorpus(stored: StoredIndex = { stems: [], documents: [] }): Corpus {
  const lexicon = new Lexicon();
  for (const stem of stored.stems) lexicon.wordOf(stem, true);
  const known = new Map(stored.documents.map((document) => [document.permalink, document]));
  const index = createTermIndex(() => lexicon.stems.length);
  const counter = createTermCounter(lexicon);
  const numbers = new Map<string, number>();
  const posts: (Post | undefined)[] = [];
  const titles: (TermCounts | undefined)[] = [];
  const fingerprints: number[] = [];

  const remove = (permalink: string) => {
    const number = numbers.get(permalink);
    if (number === undefined) return;
    index.remove(number);
    posts[number] = titles[number] = undefined;
    numbers.delete(permalink);
  };

  return {
    lexicon,
    index,
    get permalinks() {
      return numbers.keys() as Iterable<Permalink>;
    },
    findNumber: (permalink) => numbers.get(permalink),
    findPost: (number) => posts[number],
    titleOf(number) {
      const post = posts[number];
      if (!post) return new Map();
      titles[number] ??= counter.countTitle(post.title);
      return titles[number];
    },
    save(post) {
      const fingerprint = fingerprintOf(post);
      const number = numbers.get(post.permalink);
      if (number !== undefined && fingerprints[number] === fingerprint) {
        posts[number] = post;
        return;
      }
      remove(post.permalink);
      const document = known.get(post.permalink);
      const isKnown = document?.fingerprint === fingerprint;
      const added = index.add(isKnown ? document.packed : counter.packPost(post));
      posts[added] = post;
      fingerprints[added] = fingerprint;
      numbers.set(post.permalink, added);
      known.delete(post.permalink);
    },
    remove,
    toVector: (passages) => index.toVector(counter.countPassages(passages)),
    toStored: () => ({
      stems: lexicon.stems,
      documents: Array.from(numbers, ([permalink, number]) => ({
        permalink,
        fingerprint: fingerprints[number] as number,
        packed: index.find(number) as Packed,
      })),
    }),
  };
}
