import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import { hashOf } from './bits.ts';
import { Lexicon, NONE } from './lexicon.ts';
import type { StoredTerms } from './stored-document.ts';
import type { StoredIndex } from './stored-index.ts';
import { createTermCounter, type TermCounts } from './term-counts.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import type { SparseVector } from './vector.ts';

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
  /** The vector of a post; empty when it is not there. */
  vectorOf(number: number): SparseVector;
  /** The vector of some passages; words and pairs that no post holds are left out. */
  toVector(passages: readonly string[]): SparseVector;
  toStored(): StoredIndex;
}

/** A corpus without posts. What is stored spares reading those that have not changed since. */
export function createCorpus(stored: StoredIndex = { stems: [], documents: [] }): Corpus {
  const lexicon = new Lexicon();
  for (const stem of stored.stems) lexicon.wordOf(stem, true);
  const known = new Map(stored.documents.map((document) => [document.permalink, document]));
  const index = createTermIndex();
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
      if (!post) return NOTHING;
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
      const counts =
        document?.fingerprint === fingerprint
          ? toCounts(document.terms, lexicon)
          : counter.countPost(post);
      const added = index.add(counts);
      posts[added] = post;
      fingerprints[added] = fingerprint;
      numbers.set(post.permalink, added);
      known.delete(post.permalink);
    },
    remove,
    vectorOf: (number) => index.toVector(index.countsOf(number) ?? NOTHING),
    toVector: (passages) => index.toVector(counter.countPassages(passages)),
    toStored: () => ({
      stems: lexicon.stems,
      documents: Array.from(numbers, ([permalink, number]) => ({
        permalink,
        fingerprint: fingerprints[number] as number,
        terms: toStoredTerms(index.countsOf(number) ?? NOTHING, lexicon),
      })),
    }),
  };
}

const NOTHING: TermCounts = { terms: new Int32Array(), counts: new Uint16Array() };

/** What a post's words come to: another number, very likely, when a character is another. */
function fingerprintOf({ title, text }: Post): number {
  const whole = `${title}\n${text}`;
  return hashOf(whole.length, (i) => whole.charCodeAt(i));
}

function toStoredTerms({ terms, counts }: TermCounts, lexicon: Lexicon): StoredTerms {
  const entries = Array.from(terms, (term, i) => {
    const [first, second] = lexicon.wordsOf(term);
    return { first, second, count: counts[i] as number };
  }).sort((a, b) => a.first - b.first || a.second - b.second);
  const singles = entries.filter(({ second }) => second === NONE);
  const places = new Map(singles.map(({ first }, place) => [first, place]));
  const pairs = singles.map((): { second: number; count: number }[] => []);
  for (const { first, second, count } of entries) {
    const place = places.get(second);
    if (place !== undefined) pairs[places.get(first) as number]?.push({ second: place, count });
  }
  return {
    words: singles.map(({ first }) => first),
    counts: singles.map(({ count }) => count),
    pairs,
  };
}

function toCounts({ words, counts, pairs }: StoredTerms, lexicon: Lexicon): TermCounts {
  const length = pairs.reduce((sum, own) => sum + own.length, words.length);
  const result = { terms: new Int32Array(length), counts: new Uint16Array(length) };
  let at = 0;
  words.forEach((word, place) => {
    result.terms[at] = lexicon.term(word, NONE, true);
    result.counts[at++] = counts[place] as number;
    for (const { second, count } of pairs[place] ?? []) {
      result.terms[at] = lexicon.term(word, words[second] as number, true);
      result.counts[at++] = count;
    }
  });
  return result;
}
