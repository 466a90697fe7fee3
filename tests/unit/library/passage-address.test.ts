import { expect, test } from 'vitest';
import { createPassageAddress } from '../../../entrypoints/library/passage-address.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { anAnnotation, aPost, permalinkOf } from '../storage/fresh-database.ts';

const POST = permalinkOf('one');
const of = (passage: string): Annotation => {
  const annotation = anAnnotation({ slug: 'one' });
  return { ...annotation, target: { ...annotation.target, passage } };
};

test('a post opens at a passage that stands in it once', () => {
  const addressOf = createPassageAddress([aPost({ slug: 'one', text: 'Say no. Then say yes.' })]);
  expect(addressOf(of('Then say yes.'))).toBe(`${POST}#:~:text=Then%20say%20yes.`);
});

test.each([
  ['of which nothing is known', []],
  [
    'of which only the beginning is known',
    [aPost({ slug: 'one', text: 'Say no.', excerpt: true })],
  ],
  ['in which the passage no longer stands', [aPost({ slug: 'one', text: 'Say yes.' })]],
])('a post %s opens at its beginning', (_, posts) => {
  expect(createPassageAddress(posts)(of('Say no.'))).toBe(POST);
});
