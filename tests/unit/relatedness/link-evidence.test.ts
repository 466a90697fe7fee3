import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../../lib/blog/post.ts';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { aPost, at, strangers } from './posts.ts';

const linking = (post: Post, ...names: string[]): Post => ({ ...post, links: names.map(at) });

/** Two posts a little like the one asked about, each in the same way, and one that is near to it. */
const asked = aPost('asked', 'Delegation. Trust. Autumn. Winter. Summer.');
const near = aPost('near', 'Delegation. Trust. Summer. Laptops.');
const one = aPost('one', 'Autumn. Desks. Offices.');
const other = aPost('other', 'Winter. Desks. Offices.');
const rest = strangers(5);

const scoresOf = (...posts: Post[]) => {
  const list = createRelatedness(posts).related(asked.permalink, { limit: 100 });
  return new Map(list.map(({ post, score }) => [post.permalink, score]));
};
const scoreOf = (name: string, ...posts: Post[]) => scoresOf(...posts).get(at(name)) ?? 0;

describe('a link between two other posts', () => {
  test('speaks for what a near post is linked with, whichever of them links', () => {
    const plain = scoresOf(asked, near, one, other, ...rest);
    expect(plain.get(at('one'))).toBeCloseTo(plain.get(at('other')) ?? 0, 8);
    for (const posts of [
      [linking(near, 'other'), one, other],
      [near, one, linking(other, 'near')],
    ]) {
      const scores = scoresOf(asked, ...posts, ...rest);
      expect(scores.get(at('other'))).toBeGreaterThan(1.2 * (plain.get(at('other')) ?? 0));
      expect(scores.get(at('one'))).toBe(plain.get(at('one')));
    }
  });

  test('says less where there are many', () => {
    const few = scoreOf('other', asked, linking(near, 'other'), one, other, ...rest);
    const many = linking(near, 'other', ...rest.map((_, i) => `stranger-${i}`));
    expect(scoreOf('other', asked, many, one, other, ...rest)).toBeLessThan(few);
  });

  test('says more the nearer the post is that has it', () => {
    const from = (name: string) =>
      scoreOf(
        'other',
        asked,
        ...[near, one].map((post) =>
          post === (name === 'near' ? near : one) ? linking(post, 'other') : post,
        ),
        other,
        ...rest,
      );
    expect(from('near')).toBeGreaterThan(from('one'));
  });

  test('does not speak for a post that has no word in common', () => {
    expect(scoreOf('stranger-0', asked, linking(near, 'stranger-0'), one, ...rest)).toBe(0);
  });

  test('is not counted among many where it is one with the post asked about', () => {
    const posts = [one, other, ...rest];
    expect(scoreOf('other', asked, linking(near, 'asked', 'other'), ...posts)).toBe(
      scoreOf('other', asked, linking(near, 'other'), ...posts),
    );
  });

  test('speaks from a post the author has linked, however far that is', () => {
    const far = linking(rest[0] as Post, 'other');
    const posts = [near, one, other, ...rest.slice(1)];
    expect(scoreOf('other', linking(asked, 'stranger-0'), far, ...posts)).toBeGreaterThan(
      scoreOf('other', asked, far, ...posts),
    );
  });

  test('shows no post that is too far by its words', () => {
    const twins = Array.from({ length: 40 }, (_, i) => {
      const subject = Array.from({ length: 50 }, (_, j) => `s${Math.floor(i / 2)}x${j}.`).join(' ');
      return aPost(`twin-${i}`, `${subject} chance${i}.`);
    });
    const all = aPost('asked', twins.map((_, i) => `chance${i}.`).join(' '));
    const linked = twins.map((post, i) => (i < 20 ? linking(post, 'twin-30') : post));
    const { related } = createRelatedness([all, ...linked]);
    expect(related(all.permalink)).toEqual([]);
    expect(related(all.permalink, { limit: 1 })[0]?.post.permalink).toBe(at('twin-30'));
  });
});

test('whatever is linked, scores lie between 0 and 1 and the list goes down', () => {
  const words = 'delegation trust hiring budget review lease fencing praise ladder'.split(' ');
  const posts = fc.array(
    fc.record({
      text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
      links: fc.array(fc.nat(30), { maxLength: 6 }),
    }),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(posts, (all) => {
      const { related } = createRelatedness(
        all.map(({ text, links }, i) =>
          linking(aPost(`post-${i}`, text.join('. ')), ...links.map((link) => `post-${link}`)),
        ),
      );
      for (let i = 0; i < all.length; i += 1) {
        const guesses = related(at(`post-${i}`), { limit: 100 }).filter(({ linked }) => !linked);
        const scores = guesses.map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }
    }),
  );
});
