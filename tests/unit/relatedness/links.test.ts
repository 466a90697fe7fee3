import { expect, test } from 'vitest';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { aPost, at, strangers } from './posts.ts';

const asked = { ...aPost('asked', 'Delegation. Trust.'), links: [at('linked'), at('gone')] };
const alike = aPost('alike', 'Delegation. Trust.');
const linked = aPost('linked', 'Zookeeper. Quorum.');
const linking = { ...aPost('linking', 'Travel. Laptops.'), links: [at('asked')] };

const listOf = (posts: readonly ReturnType<typeof aPost>[], limit?: number) =>
  createRelatedness(posts)
    .related(at('asked'), limit === undefined ? {} : { limit })
    .map(({ post, linked: how }) => [post, how]);

test('posts linked with this one come first, however far they are in subject', () => {
  expect(listOf([asked, alike, linked, ...strangers(3)])).toEqual([
    [linked, 'to'],
    [alike, undefined],
  ]);
});

test('a link counts from either end, and from both', () => {
  const back = { ...linked, links: [at('asked')] };
  expect(listOf([asked, linking, back])).toEqual([
    [linking, 'from'],
    [back, 'both'],
  ]);
});

test('links take nothing of the room for guesses, unless a number was asked for', () => {
  const more = Array.from({ length: 5 }, (_, i) => aPost(`more-${i}`, 'Delegation. Trust.'));
  expect(listOf([asked, linked, ...more])).toHaveLength(6);
  expect(listOf([asked, linked, ...more], 3)).toHaveLength(3);
});

test('links to oneself, to unknown posts and of posts that went are no links', () => {
  const relatedness = createRelatedness([{ ...asked, links: [at('asked'), at('gone')] }, linking]);
  expect(relatedness.related(at('asked'))).toHaveLength(1);
  relatedness.remove(at('linking'));
  expect(relatedness.related(at('asked'))).toEqual([]);
});
