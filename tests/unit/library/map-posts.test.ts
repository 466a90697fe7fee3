import { expect, test } from 'vitest';
import {
  countAll,
  toDay,
  toMapPosts,
  toReadingDays,
} from '../../../entrypoints/library/map/map-posts.ts';
import { findNextPost } from '../../../entrypoints/library/map/next-post.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import type { Post } from '../../../lib/blog/post.ts';
import type { Relatedness } from '../../../lib/relatedness/index.ts';
import type { Related } from '../../../lib/relatedness/related.ts';
import type { Reading } from '../../../lib/storage/database.ts';
import { anAnnotation, aPost, permalinkOf } from '../storage/fresh-database.ts';

const mapped = (posts: Post[], readings: Reading[] = [], annotations: Annotation[] = []) =>
  toMapPosts(posts, countAll(posts), readings, annotations);

test('a post is unread until it was opened, and read when the reader says so', () => {
  const slugs = ['never', 'unmarked', 'opened', 'read', 'marked'];
  const posts = slugs.map((slug) => aPost({ slug }));
  const read = '2026-05-01T10:00:00.000Z';
  const readings: Reading[] = [
    { permalink: permalinkOf('unmarked'), days: [] },
    { permalink: permalinkOf('opened'), days: ['2026-05-01'] },
    { permalink: permalinkOf('read'), days: ['2026-05-01'], read },
    { permalink: permalinkOf('marked'), days: [], read },
  ];
  expect(mapped(posts, readings).map(({ stand }) => stand)).toEqual([
    'unread',
    'unread',
    'opened',
    'read',
    'read',
  ]);
});

test('a post of a site that neither dates it nor names a year has no place on the map', () => {
  const permalink = 'https://quiet.example/on-teams' as Post['permalink'];
  const { published: _, ...undated } = aPost();
  expect(mapped([{ ...undated, permalink }])).toEqual([]);
  expect(mapped([{ ...undated, permalink, published: '2025-03-04' }])).toMatchObject([
    { year: 2025 },
  ]);
});

test('annotations count as highlights, and as notes where there are words', () => {
  const annotations = [
    anAnnotation({ slug: 'one' }),
    anAnnotation({ slug: 'one', note: 'Yes' }),
    anAnnotation({ slug: 'two' }),
    anAnnotation({ slug: 'gone' }),
  ];
  const posts = ['one', 'two', 'three'].map((slug) => aPost({ slug }));
  expect(
    mapped(posts, [], annotations).map(({ highlights, notes }) => [highlights, notes]),
  ).toEqual([
    [2, 1],
    [1, 0],
    [0, 0],
  ]);
});

test('a post that is gone from the blog is shown only where the reader left something in it', () => {
  const gone = '2026-05-01T10:00:00.000Z';
  const posts = ['one', 'two', 'three'].map((slug) => aPost({ slug, title: slug, gone }));
  const readings = [{ permalink: permalinkOf('one'), days: ['2026-05-01'] }];
  const shown = mapped(posts, readings, [anAnnotation({ slug: 'two' })]);
  expect(shown.map(({ title }) => title)).toEqual(['one', 'two']);
});

test('length is counted in words, and the year is the permalink’s where no date is known', () => {
  const text = 'word '.repeat(714);
  const [dated, undated] = mapped([
    aPost({ slug: 'one', text, published: '2016-01-04T12:00:00Z' }),
    aPost({ slug: 'two', title: ' ' }),
  ]);
  expect(dated).toMatchObject({ year: 2016, words: 714, minutes: 3 });
  expect(undated).toMatchObject({ year: 2015, title: permalinkOf('two') });
  expect(undated).not.toHaveProperty('published');
});

test('a day of reading lists what was opened, and what was marked as read that day', () => {
  const end = new Date(2026, 4, 3, 23, 30);
  const readings: Reading[] = [
    { permalink: permalinkOf('one'), days: ['2026-05-01', '2026-05-03'], read: end.toISOString() },
    { permalink: permalinkOf('gone'), days: ['2026-05-01'] },
  ];
  const one = { permalink: permalinkOf('one'), title: 'One' };
  const gone = { permalink: permalinkOf('gone'), title: permalinkOf('gone') };
  expect(toReadingDays([aPost({ slug: 'one', title: 'One' })], readings)).toEqual([
    {
      day: '2026-05-01',
      posts: [
        { ...one, isRead: false },
        { ...gone, isRead: false },
      ],
    },
    { day: '2026-05-03', posts: [{ ...one, isRead: true }] },
  ]);
});

test('a day is the one on the reader’s own calendar', () => {
  expect(toDay(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(toDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});

/** Relates each post to those after its name in the table, the nearest first. */
function relating(
  table: Record<string, string[]>,
  asked: string[] = [],
): Pick<Relatedness, 'related'> {
  return {
    related(permalink, { passages = [] } = {}): Related[] {
      const slug = permalink.replace(/.*\/(.*)\.html/, '$1');
      asked.push([slug, ...passages].join(' '));
      return (table[slug] ?? []).map((other) => ({
        post: aPost({ slug: other }),
        score: 0.5,
        terms: ['a', 'b', 'c', 'd'],
      }));
    },
  };
}

const POSTS = ['one', 'two', 'three', 'four'].map((slug, i) =>
  aPost({ slug, title: slug, published: `201${i}-01-01T00:00:00Z` }),
);
const readOn = (slug: string, day: string): Reading => ({
  permalink: permalinkOf(slug),
  days: [day],
  read: `${day}T12:00:00.000Z`,
});

test('suggests the unread post nearest to what was read last, and says why', () => {
  const readings = [readOn('one', '2026-01-01'), readOn('two', '2026-02-01')];
  const relatedness = relating({ one: ['four'], two: ['one', 'three', 'four'] });
  const next = findNextPost(mapped(POSTS, readings), readings, [], relatedness);
  expect(next?.post.title).toBe('three');
  expect(next?.because).toEqual({ title: 'two', terms: ['a', 'b', 'c'] });
});

test('what was highlighted counts as read last, and its passages speak for it', () => {
  const readings = [readOn('two', '2026-02-01')];
  const annotations = [anAnnotation({ slug: 'one', created: '2026-03-01T10:00:00.000Z' })];
  const asked: string[] = [];
  const relatedness = relating({ one: ['four'], two: ['three'] }, asked);
  const next = findNextPost(
    mapped(POSTS, readings, annotations),
    readings,
    annotations,
    relatedness,
  );
  expect(next?.post.title).toBe('four');
  expect(asked).toEqual(['one words']);
});

test('follows an older trail where the last one leads to nothing unread', () => {
  const readings = [readOn('one', '2026-01-01'), readOn('two', '2026-02-01')];
  const relatedness = relating({ one: ['two', 'four'], two: ['one'] });
  expect(findNextPost(mapped(POSTS, readings), readings, [], relatedness)?.because?.title).toBe(
    'one',
  );
});

test('without a trail suggests the newest unread post, and nothing when all have been read', () => {
  expect(findNextPost(mapped(POSTS), [], [], relating({}))).toEqual({
    post: expect.objectContaining({ title: 'four' }),
  });
  const all = POSTS.map(({ title }) => readOn(title, '2026-01-01'));
  expect(findNextPost(mapped(POSTS, all), all, [], relating({ one: ['two'] }))).toBeUndefined();
});
