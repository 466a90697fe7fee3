import { expect, test } from 'vitest';
import { createQuickSearch } from '../../../entrypoints/pages/quick-search.ts';
import { anAnnotation, aPost } from '../../components/builders.ts';

const post = aPost('On Café culture');
const older = anAnnotation({ passage: 'Meetings, and meetings about meetings.', note: 'Too many' });
const newer = { ...anAnnotation({ passage: 'One meeting.' }), created: '2026-06-01T10:00:00.000Z' };
const find = createQuickSearch([older, newer], [post]);

const shown = (query: string) =>
  find(query).hits.map(({ excerpt: { before, found, after } }) => `${before}[${found}]${after}`);

test('finds titles, passages and notes whatever their capitals and accents; posts first, then the newest', () => {
  expect(shown('cafe')).toEqual(['On [Café] culture']);
  expect(shown('meeting')).toEqual(['One [meeting].', '[Meeting]s, and meetings about meetings.']);
  expect(shown('too MANY')).toEqual(['[Too] many']);
});

test('cuts what is far from the words that were found', () => {
  const long = anAnnotation({ passage: `${'a b '.repeat(60)}needle${' c d'.repeat(60)}` });
  const [hit] = createQuickSearch([long], [])('needle').hits;
  expect(hit?.excerpt.before).toMatch(/^….{40}$/);
  expect(hit?.excerpt.after).toMatch(/^.{110}…$/);
});

test('lists no more than can be read through, and says how many there are', () => {
  const many = Array.from({ length: 50 }, () => anAnnotation({ passage: 'The same.' }));
  const { hits, count } = createQuickSearch(many, [])('same');
  expect(hits).toHaveLength(20);
  expect(count).toBe(50);
});
