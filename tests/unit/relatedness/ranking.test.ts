import { describe, expect, test } from 'vitest';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import type { Related } from '../../../lib/relatedness/related.ts';
import { aPost, at, strangers } from './posts.ts';

const names = (related: Related[]) =>
  related.map(({ post }) => post.permalink.replace(/^.*\/(.*)\.html$/, '$1'));

describe('what ranks higher', () => {
  test('a post that shares a rare word before one that shares a common one', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Zookeeper sessions, engineers.'),
      aPost('rare', 'Zookeeper quorum, leaders.'),
      aPost('common', 'Engineers, budgets, leaders.'),
      aPost('other-1', 'Engineers, hiring, interviews.'),
      aPost('other-2', 'Engineers, offices, travel.'),
    ]);
    expect(names(related(at('asked')))[0]).toBe('rare');
  });

  test('a post that uses two words as a phrase before one that uses them apart', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Code review. Kindness.'),
      aPost('apart', 'Review. Kernel. Code. Budget.'),
      aPost('phrase', 'Code review. Kernel. Budget.'),
    ]);
    expect(names(related(at('asked')))[0]).toBe('phrase');
  });

  test('a post that has the subject in its title before one that has it in passing', () => {
    const filler = 'Budgets, offices, travel, catering.';
    const { related } = createRelatedness([
      aPost('asked', 'Delegation.'),
      aPost('passing', `${filler} Delegation.`, 'Autumn'),
      aPost('titled', `${filler} Autumn.`, 'Delegation'),
    ]);
    expect(names(related(at('asked')))[0]).toBe('titled');
  });

  test('a post that begins with the subject before one that comes to it late', () => {
    const filler = 'This and that and the other. '.repeat(60);
    const { related } = createRelatedness([
      aPost('asked', 'Delegation.'),
      aPost('late', `Autumn. ${filler} Delegation.`),
      aPost('early', `Delegation. ${filler} Autumn.`),
    ]);
    expect(names(related(at('asked')))[0]).toBe('early');
  });

  test('a post about what was highlighted, when there are passages', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Hiring interviews, hiring rubrics, interviews. Laptops for newcomers.'),
      aPost('hiring', 'Hiring interviews and rubrics.'),
      aPost('laptops', 'Laptops for newcomers, and their desks.'),
    ]);
    expect(names(related(at('asked')))[0]).toBe('hiring');
    expect(names(related(at('asked'), { passages: ['Laptops for newcomers'] }))[0]).toBe('laptops');
  });

  test('the post itself still counts when there are passages', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Hiring interviews. Laptops.'),
      aPost('both', 'Laptops. Hiring interviews.'),
      aPost('passage', 'Laptops. Warranty.'),
      ...strangers(5),
    ]);
    expect(names(related(at('asked'), { passages: ['laptops'] }))[0]).toBe('both');
  });

  test('passages that say nothing change nothing', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Hiring interviews.'),
      aPost('hiring', 'Hiring rubrics.'),
      ...strangers(3),
    ]);
    const plain = related(at('asked'));
    expect(plain).toHaveLength(1);
    expect(related(at('asked'), { passages: ['', 'and so it was', 'unheard'] })).toEqual(plain);
  });
});

describe('what is listed', () => {
  const alike = Array.from({ length: 8 }, (_, i) => aPost(`alike-${i}`, 'Delegation. Trust.'));

  test('at most five posts, or as many as asked for, and never the post itself', () => {
    const { related } = createRelatedness(alike);
    expect(related(at('alike-0'))).toHaveLength(5);
    expect(related(at('alike-0'), { limit: 2 })).toHaveLength(2);
    expect(related(at('alike-0'), { limit: 100 })).toHaveLength(7);
    expect(related(at('alike-0'), { limit: 0 })).toEqual([]);
    expect(related(at('alike-0'), { limit: -1 })).toEqual([]);
    expect(names(related(at('alike-0'), { limit: 100 }))).not.toContain('alike-0');
  });

  test('nothing for a post that is not known', () => {
    expect(createRelatedness(alike).related(at('unknown'))).toEqual([]);
    expect(createRelatedness([]).related(at('unknown'))).toEqual([]);
  });

  test('nothing less than half as good as the best, though it would do alone', () => {
    const near = aPost('near', 'Zookeeper. Quorum. Leases. Fencing. Trust. Budget.');
    const others = [
      aPost('asked', 'Zookeeper. Quorum. Leases. Fencing. Trust.'),
      aPost('far', 'Trust. Hiring. Rubrics. Laptops. Desks. Travel.'),
      ...strangers(10),
    ];
    expect(names(createRelatedness(others).related(at('asked')))).toEqual(['far']);
    expect(names(createRelatedness([near, ...others]).related(at('asked')))).toEqual(['near']);
  });

  test('nothing that shares one word of many by chance, in a large blog', () => {
    // Each of the forty is about what its twin is about, and has one word of the post asked about.
    const twins = Array.from({ length: 40 }, (_, i) => {
      const subject = Array.from({ length: 50 }, (_, j) => `s${Math.floor(i / 2)}x${j}.`).join(' ');
      return aPost(`twin-${i}`, `${subject} chance${i}.`);
    });
    const asked = aPost('asked', twins.map((_, i) => `chance${i}.`).join(' '));
    const { related } = createRelatedness([asked, ...twins]);
    expect(related(at('asked'))).toEqual([]);
    expect(names(related(at('twin-6')))).toEqual(['twin-7']);
  });

  test('nothing for what more than half of a large blog says', () => {
    const chorus = strangers(40).map((post) => ({ ...post, text: `${post.text} Leadership.` }));
    const { related } = createRelatedness(chorus);
    expect(related(at('stranger-0'))).toEqual([]);
  });

  test('of two posts with one permalink the later reading', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Delegation.'),
      aPost('other', 'Laptops.'),
      aPost('other', 'Delegation.', 'Read again'),
    ]);
    expect(related(at('asked')).map(({ post }) => post.title)).toEqual(['Read again']);
  });
});

describe('why', () => {
  test('shared terms are shown in the form the posts use most, the most telling first', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Managers delegate. Managers. Zookeeper zookeeper.'),
      aPost('other', 'A manager delegates; managers! Zookeeper.'),
      aPost('third', 'Managers. Budgets.'),
    ]);
    const terms = related(at('asked'))[0]?.terms ?? [];
    expect(terms[0]).toBe('zookeeper');
    expect(terms).toContain('managers');
    expect(terms).not.toContain('manag');
  });

  test('a phrase is shown with the small words that stand in it', () => {
    const { related } = createRelatedness([
      aPost('asked', 'The head of engineering.'),
      aPost('other', 'A head of engineering.'),
    ]);
    expect(related(at('asked'))[0]?.terms).toContain('head of engineering');
  });

  test('at most five terms are shown', () => {
    const text = 'Budgets, hiring, laptops, rubrics, offices, travel, desks.';
    const { related } = createRelatedness([aPost('asked', text), aPost('other', text)]);
    expect(related(at('asked'))[0]?.terms).toHaveLength(5);
  });
});
