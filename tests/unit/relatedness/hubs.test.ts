import { expect, test } from 'vitest';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { aPost, at, madeUpWord } from './posts.ts';

/** Ten subjects of four posts each; a post has words of its own beside those of its subject. */
const posts = Array.from({ length: 40 }, (_, i) => {
  const word = (number: number) => `${madeUpWord(number)}.`;
  const subject = Array.from({ length: 12 }, (_, j) => word((i % 10) * 12 + j));
  const own = [(i + 1) % 10, (i + 3) % 10].flatMap((other) =>
    Array.from({ length: 6 }, (_, j) => word(other * 12 + ((i + j) % 12))),
  );
  return aPost(`post-${i}`, [...subject.slice(i % 4, 8 + (i % 4)), ...own].join(' '));
});

test('one long post about everything does not stand in a third of all lists', () => {
  const hub = aPost('hub', posts.map(({ text }) => text).join('\n\n'));
  const { related } = createRelatedness([...posts, hub]);
  for (const options of [{}, { limit: 5 }]) {
    const lists = posts.map(({ permalink }) => related(permalink, options));
    const holding = lists.filter((list) => list.some(({ post }) => post === hub));
    expect(lists.every((list) => list.length > 0)).toBe(true);
    expect(holding.length).toBeLessThan(posts.length / 3);
  }
});

test('a post that is alike is no hub, however few others are', () => {
  const copy = { ...(posts[0] as (typeof posts)[0]), permalink: at('copy') };
  const [first] = createRelatedness([...posts, copy]).related(at('copy'));
  expect(first).toMatchObject({ post: posts[0], score: 1 });
});
