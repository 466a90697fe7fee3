import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Post } from '../../../lib/blog/post.ts';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { aPost, at, madeUpWord, strangers } from './posts.ts';

const vocabulary = `delegation trust hiring interview rubric zookeeper quorum lease fencing budget
  code review branch merge release train feedback praise ladder staff`.split(/\s+/);

const sentence = fc
  .array(fc.constantFrom(...vocabulary, 'the', 'of', 'and'), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'));

const corpus = fc
  .array(fc.record({ title: sentence, text }), { minLength: 2, maxLength: 45 })
  .map((posts) => posts.map((post, i) => aPost(`post-${i}`, post.text, post.title)));

const listOf = (posts: readonly Post[], post: Post, passages: string[] = []) =>
  createRelatedness(posts).related(post.permalink, { limit: 100, passages });

test('scores lie between 0 and 1, and the list goes down', () => {
  fc.assert(
    fc.property(corpus, fc.array(sentence, { maxLength: 2 }), (posts, passages) => {
      const { related } = createRelatedness(posts);
      for (const { permalink } of posts) {
        const scores = related(permalink, { limit: 100, passages }).map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }
    }),
  );
});

// Of hubs this is not so: they are marked down in the lists of others.
test('how near two posts are does not depend on which of them is asked about', () => {
  fc.assert(
    fc.property(corpus, (posts) => {
      const { related } = createRelatedness(posts);
      for (const { permalink: one } of posts.slice(0, 5)) {
        for (const { post, score } of related(one, { limit: 100 })) {
          const back = related(post.permalink, { limit: 100 });
          const same = back.find(({ post: { permalink } }) => permalink === one);
          if (same) expect(same.score).toBeCloseTo(score, 10);
        }
      }
    }),
  );
});

test('the order in which the posts are given changes nothing', () => {
  fc.assert(
    fc.property(
      corpus.chain((posts) =>
        fc.tuple(
          fc.constant(posts),
          fc.shuffledSubarray(posts, { minLength: posts.length, maxLength: posts.length }),
        ),
      ),
      ([posts, shuffled]) => {
        const asked = posts[0];
        if (asked) expect(listOf(shuffled, asked)).toEqual(listOf(posts, asked));
      },
    ),
  );
});

test('a copy of a post stands first in its list', () => {
  fc.assert(
    fc.property(corpus, fc.nat(), (posts, pick) => {
      const original = posts[pick % posts.length];
      if (!original) return;
      // Words of its own, so that the post is about something that not half the blog is about.
      const asked = { ...original, text: `${original.text} ${madeUpWord(7)}.` };
      const copy = { ...asked, permalink: at('copy') };
      const all = [...posts.filter((post) => post !== original), asked, copy];
      const [first] = listOf(all, asked);
      expect(first?.score).toBeCloseTo(1, 10);
      expect(first?.post.title).toBe(asked.title);
    }),
  );
});

test('a post that shares no term is in no list, however many such posts there are', () => {
  fc.assert(
    fc.property(corpus, fc.integer({ min: 1, max: 40 }), (posts, count) => {
      const unrelated = strangers(count, 100);
      const { related } = createRelatedness([...posts, ...unrelated]);
      for (const { permalink } of posts) {
        for (const { post } of related(permalink, { limit: 100 })) {
          expect(unrelated).not.toContain(post);
        }
      }
      for (const { permalink } of unrelated) expect(related(permalink)).toEqual([]);
    }),
  );
});

test('no text is too odd', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom('', '\ud800', '\udfff a', "'''''", '+#+#', '__proto__ constructor', 'ß İ ﬃ'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: odd, text: odd }), { maxLength: 40 }),
      fc.array(odd, { maxLength: 3 }),
      (posts, passages) => {
        const all = posts.map((post, i) => aPost(`post-${i}`, post.text, post.title));
        const { related } = createRelatedness(all);
        for (const { permalink } of all) {
          for (const { score, terms } of related(permalink, { passages })) {
            expect(score).toBeGreaterThan(0);
            expect(terms.length).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
}, 30_000);
