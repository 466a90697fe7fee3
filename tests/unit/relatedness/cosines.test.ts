import fc from 'fast-check';
import { stemmer } from 'stemmer';
import { expect, test } from 'vitest';
import { toPlainText } from '../../../lib/blog/html-text.ts';
import type { Post } from '../../../lib/blog/post.ts';
import { createCorpus } from '../../../lib/relatedness/corpus.ts';
import { fold } from '../../../lib/relatedness/fold.ts';
import { Lexicon } from '../../../lib/relatedness/lexicon.ts';
import { PHRASES } from '../../../lib/relatedness/phrases.ts';
import { STOP_WORDS } from '../../../lib/relatedness/stop-words.ts';
import { createWordList, readWords } from '../../../lib/relatedness/terms.ts';
import { readPosts } from '../../fixtures/blog/read-posts.ts';
import { aPost } from './posts.ts';

// What the index says, worked out once more by the book: with strings, maps and no hurry.

/** The words of a text with their places, and which of them follow each other in a clause. */
function wordsIn(text: string): { word: string; start: number; clause: number }[] {
  const lexicon = new Lexicon();
  const list = createWordList();
  readWords(fold(text), lexicon, true, list);
  return Array.from({ length: list.words.length }, (_, i) => ({
    word: lexicon.stems[list.words.at(i)] ?? '',
    start: list.starts.at(i),
    clause: list.clauses.at(i),
  }));
}

function frequenciesOf({ title, text }: Post): Map<string, number> {
  const frequencies = new Map<string, number>();
  const count = (term: string, times: number) =>
    frequencies.set(term, (frequencies.get(term) ?? 0) + times);
  for (const [part, weight, leadWeight] of [
    [title, 5, 5],
    [text, 1, 2],
  ] as const) {
    wordsIn(part).forEach(({ word, start, clause }, i, all) => {
      const times = start < 1200 ? leadWeight : weight;
      count(word, times);
      if (all[i - 1]?.clause === clause) count(`${all[i - 1]?.word} ${word}`, times);
    });
  }
  return frequencies;
}

function vectorsOf(posts: readonly Post[]): Map<string, number>[] {
  const size = posts.length;
  const frequencies = posts.map(frequenciesOf);
  const holders = new Map<string, number>();
  for (const term of frequencies.flatMap((each) => [...each.keys()])) {
    holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return frequencies.map((each) => {
    const weights = Array.from(each, ([term, count]): [string, number] => {
      const df = holders.get(term) ?? 0;
      const isKept = size < 30 || (df >= 2 && df <= size / 2);
      return [term, isKept ? Math.sqrt(count) * Math.log((size + 1) / (df + 0.5)) ** 1.4 : 0];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

function cosineOf(one: Map<string, number>, other: Map<string, number>): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}

/** Compare what the index says of these posts, which came after and before others, with the book. */
function expectTheBook(posts: readonly Post[], gone: readonly Post[] = []): void {
  const corpus = createCorpus();
  const half = posts.length >> 1;
  for (const post of [...posts.slice(0, half), ...gone]) corpus.save(post);
  corpus.index.meanCosines();
  for (const post of posts.slice(half)) corpus.save(post);
  for (const { permalink } of gone) corpus.remove(permalink);

  const { index } = corpus;
  const vectors = vectorsOf(posts);
  const numbers = posts.map(({ permalink }) => corpus.findNumber(permalink) ?? -1);
  const means = index.meanCosines();
  vectors.forEach((vector, i) => {
    const number = numbers[i] as number;
    const cosines = index.cosines(index.vectorOf(number));
    let sum = 0;
    vectors.forEach((other, j) => {
      const cosine = cosineOf(vector, other);
      if (i !== j) sum += cosine;
      expect(cosines[numbers[j] as number]).toBeCloseTo(cosine, 11);
    });
    expect(means[number]).toBeCloseTo(sum / posts.length, 11);
  });
}

const sample = readPosts().map(({ path, title, html }) =>
  aPost(path.replace(/\W/g, '-'), toPlainText(html), title),
);

test('the cosines in the sample blog are those of the recipe', () => {
  expectTheBook(sample);
});

test('they are in a blog that is large enough to leave the rare and the common out', () => {
  const halves = sample.flatMap(({ title, text }, i) => [
    aPost(`first-${i}`, text.slice(0, text.length >> 1), title),
    aPost(`second-${i}`, text.slice(text.length >> 1)),
  ]);
  expectTheBook(halves, sample.slice(0, 5));
});

const words = `delegation trust Hiring one-on-one ICs the of review-board 1:1 C++ they've team's
  'quoted' naïve . ! ; x`.split(/\s+/);
const text = fc
  .array(fc.constantFrom(...words, '\n\n'), { maxLength: 40 })
  .map((all) => all.join(' '));

test('they are whatever the posts say, and whichever came and went', () => {
  const posts = fc.array(fc.record({ title: text, text }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(posts, fc.array(text, { maxLength: 5 }), (all, gone) => {
      expectTheBook(
        all.map(({ title, text }, i) => aPost(`post-${i}`, text, title)),
        gone.map((each, i) => aPost(`gone-${i}`, each)),
      );
    }),
  );
});

test('words are the tokens that a pattern finds, without those passed over', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...words.filter((word) => !/^(one|ICs|1)/.test(word)),
      "'s",
      "s'",
      "rock'n'roll's",
    ),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' ', '\n', '_', '-'),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((all) => fold(all.join(''))),
      (folded) => {
        const tokens = Array.from(folded.matchAll(/[a-z0-9][a-z0-9+#']*/g), ([token]) =>
          token.replace(/'+$/, '').replace(/'s$/, ''),
        );
        // What the vocabulary reads otherwise is not what this is about.
        fc.pre(tokens.every((token) => !PHRASES.has(token)));
        const passed = (token: string) =>
          token.length < 2 || token.length > 40 || STOP_WORDS.has(token);
        const stems = tokens.filter((token) => !passed(token)).map((token) => stemmer(token));
        expect(wordsIn(folded).map(({ word }) => word)).toEqual(stems);
      },
    ),
  );
});
