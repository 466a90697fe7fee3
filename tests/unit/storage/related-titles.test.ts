import { expect, test } from 'vitest';
import {
  LISTS_VERSION,
  type ListedPost,
  type RelatedList,
} from '../../../lib/storage/related-list.ts';
import { createRelatedTitles } from '../../../lib/storage/related-titles.ts';
import { freshDatabase, permalinkOf } from './fresh-database.ts';

const listed = (slug: string): ListedPost => ({
  permalink: permalinkOf(slug),
  title: `On ${slug}`,
  score: 0.3,
  terms: [],
});

test('names what is related to each post, without what the reader has ruled out for it', async () => {
  const database = freshDatabase();
  const list = (slug: string, ...related: ListedPost[]): RelatedList => ({
    permalink: permalinkOf(slug),
    version: LISTS_VERSION,
    basis: '',
    related,
    highlighted: [],
  });
  await database.relatedLists.bulkPut([
    list('one', listed('two'), listed('three')),
    list('two', listed('three')),
    list('four'),
  ]);
  await database.unrelated.put({ post: permalinkOf('one'), other: permalinkOf('three') });

  const found = await createRelatedTitles(database).find([
    permalinkOf('one'),
    permalinkOf('four'),
    permalinkOf('five'),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    [permalinkOf('one')]: [{ permalink: permalinkOf('two'), title: 'On two' }],
    [permalinkOf('four')]: [],
  });
});
