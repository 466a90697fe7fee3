import { describe, expect, test } from 'vitest';
import type { Post } from '../../../lib/blog/post.ts';
import { createCorpus } from '../../../lib/relatedness/corpus.ts';
import { createRelatedness, type RelatedOptions } from '../../../lib/relatedness/index.ts';
import { queryOf } from '../../../lib/relatedness/query.ts';
import { createTitleFactors } from '../../../lib/relatedness/titles.ts';
import { aPost, at, madeUpWord, strangers } from './posts.ts';

/** What the nearness of one post to another is multiplied by, in a blog of these and strangers. */
function factorOf(asked: string, other: string, posts: Post[]): number {
  const corpus = createCorpus();
  for (const post of [...posts, ...strangers(40)]) corpus.save(post);
  const numberOf = (name: string) => corpus.findNumber(at(name)) ?? -1;
  return createTitleFactors(corpus)(numberOf(asked))[numberOf(other)] ?? Number.NaN;
}

const titled = (title: string) => aPost('titled', 'Laptops. Desks.', title);
const naming = (text: string) => aPost('naming', text, 'Autumn');

describe('a title that is met in the text of another post', () => {
  test('brings the two nearer, whichever is asked about', () => {
    const posts = [titled('On mentoring'), naming('More of mentoring.')];
    const factor = factorOf('titled', 'naming', posts);
    expect(factor).toBeGreaterThan(1.1);
    expect(factor).toBeLessThanOrEqual(1.625);
    expect(factorOf('naming', 'titled', posts)).toBeCloseTo(factor, 10);
    expect(factorOf('titled', 'stranger-7', posts)).toBe(1);
  });

  test('brings them nearer still when each is met in the other, and never by more than the half and three quarters of both', () => {
    const one = [titled('Mentoring'), naming('Mentoring.')];
    const both = [aPost('titled', 'Autumn.', 'Mentoring'), naming('Mentoring.')];
    const often = [
      aPost('titled', 'Autumn. '.repeat(50), 'Mentoring'),
      naming('Mentoring. '.repeat(50)),
    ];
    expect(factorOf('titled', 'naming', both)).toBeGreaterThan(factorOf('titled', 'naming', one));
    expect(factorOf('titled', 'naming', often)).toBeLessThanOrEqual(2.25);
  });

  test('counts by how much of it is met', () => {
    const whole = [titled('Mentoring'), naming('Mentoring.')];
    const half = [titled('Mentoring budgets'), naming('Mentoring.'), aPost('other', 'Budgets.')];
    expect(factorOf('titled', 'naming', half)).toBeLessThan(factorOf('titled', 'naming', whole));
  });

  test('counts less in a longer post, which says more words', () => {
    const rest = Array.from({ length: 200 }, (_, i) => madeUpWord(5000 + i)).join('. ');
    const short = [titled('Mentoring'), naming('Mentoring.')];
    const long = [titled('Mentoring'), naming(`Mentoring. ${rest}.`)];
    expect(factorOf('titled', 'naming', long)).toBeLessThan(factorOf('titled', 'naming', short));
  });

  test('is not the same title again: a series is not about one thing', () => {
    const posts = [titled('Newsletter'), aPost('naming', 'Travel.', 'Newsletter')];
    expect(factorOf('titled', 'naming', posts)).toBe(1);
  });

  test('says nothing by words that most posts have, in the smallest blog, too', () => {
    const corpus = createCorpus();
    for (const name of ['titled', 'naming', 'third']) corpus.save(aPost(name, 'Teams.', 'Teams'));
    expect([...createTitleFactors(corpus)(0)]).toEqual([1, 1, 1]);
  });
});

describe('a list that titles have a say in', () => {
  /** Words of which each stands in one other post as well, so that it weighs in both. */
  const words = (from: number) =>
    Array.from({ length: 25 }, (_, i) => `${madeUpWord(1000 + from + i)}.`).join(' ');
  const posts = [
    aPost('asked', words(0), 'Mentoring'),
    aPost('named', `Mentoring. ${words(100)}`),
    aPost('echo', words(0)),
    aPost('other-echo', words(100)),
    ...strangers(200),
  ];
  const without = new Set([at('echo')]);
  const corpus = createCorpus();
  for (const post of posts) corpus.save(post);
  const { related } = createRelatedness(posts);
  const find = (options: RelatedOptions) =>
    related(at('asked'), { ...options, without }).find(({ post }) => post.permalink === at('named'))
      ?.score ?? 0;
  const cosineOf = (passages: string[]) => {
    const query = queryOf(corpus, corpus.findNumber(at('asked')), corpus.toVector(passages));
    return corpus.index.cosines(query)[corpus.findNumber(at('named')) ?? -1] ?? Number.NaN;
  };

  test('shows no post that is too far by its words', () => {
    expect(cosineOf([])).toBeLessThan(0.06);
    expect(find({ limit: 200 })).toBeGreaterThan(0.06);
    expect(find({})).toBe(0);
  });

  test('is ranked by words alone when it is about what was highlighted', () => {
    const passages = ['Mentoring'];
    expect(find({ limit: 200, passages })).toBeCloseTo(cosineOf(passages), 8);
    expect(find({ limit: 200 })).toBeGreaterThan(cosineOf([]) * 1.05);
  });
});
