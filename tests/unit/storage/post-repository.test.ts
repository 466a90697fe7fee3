import { expect, test, vi } from 'vitest';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { aPost, freshDatabase, permalinkOf } from './fresh-database.ts';

const freshRepository = () => createPostRepository(freshDatabase());

test('a post that was read again replaces what was known of it', async () => {
  const posts = freshRepository();
  await posts.save([aPost({ title: 'Before' }), aPost({ slug: 'two' })]);
  await posts.save([aPost({ title: 'After' })]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost({ title: 'After' }));
  expect(await posts.list()).toHaveLength(2);
});

test('an excerpt never replaces a whole post, and the others of its page are saved all the same', async () => {
  const posts = freshRepository();
  await posts.save([aPost()]);
  const other = aPost({ slug: 'two', excerpt: true, text: 'The beginning.' });
  await posts.save([aPost({ excerpt: true, text: 'All …' }), other]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost());
  expect(await posts.find(permalinkOf('two'))).toEqual(other);
});

test('an excerpt is replaced by a later one, and by the whole post', async () => {
  const posts = freshRepository();
  await posts.save([aPost({ excerpt: true, text: 'All …' })]);
  await posts.save([aPost({ excerpt: true, text: 'All of …' })]);
  expect((await posts.find(permalinkOf('one')))?.text).toBe('All of …');
  await posts.save([aPost()]);
  expect(await posts.find(permalinkOf('one'))).toEqual(aPost());
});

test.each([
  ['before', [aPost({ excerpt: true, text: 'All …' }), aPost()]],
  ['after', [aPost(), aPost({ excerpt: true, text: 'All …' })]],
])('of a post given twice, the excerpt %s the whole post is not what is kept', async (_, given) => {
  const posts = freshRepository();
  await posts.save(given);
  expect(await posts.list()).toEqual([aPost()]);
});

test('a page that hides dates and labels does not make them forgotten', async () => {
  const posts = freshRepository();
  const known = aPost({ published: '2014-02-16T09:10:00-05:00', labels: ['feedback'] });
  const { published: _, ...hidden } = aPost({ text: 'As the page has it.', labels: [] });
  await posts.save([known]);
  await posts.save([hidden]);
  expect(await posts.find(permalinkOf('one'))).toEqual({ ...known, text: 'As the page has it.' });
});

test('posts are listed oldest first, those without a date before all', async () => {
  const posts = freshRepository();
  await posts.save([
    aPost({ slug: 'new', published: '2026-05-31T10:00:00.000Z' }),
    aPost({ slug: 'undated' }),
    aPost({ slug: 'old', published: '2011-11-05T10:00:00.000Z' }),
  ]);
  expect((await posts.list()).map(({ title }) => title)).toEqual(['undated', 'old', 'new']);
});

test('what is not known is undefined', async () => {
  const posts = freshRepository();
  expect(await posts.find(permalinkOf('one'))).toBeUndefined();
  expect(await posts.findFeedState()).toBeUndefined();
});

test('a post that was read again without its links has none', async () => {
  const posts = freshRepository();
  const links = [permalinkOf('two')];
  await posts.save([aPost({ links })]);
  await posts.save([aPost({ excerpt: true, text: 'All …' })]);
  expect((await posts.find(permalinkOf('one')))?.links).toEqual(links);
  await posts.save([aPost()]);
  expect(await posts.find(permalinkOf('one'))).not.toHaveProperty('links');
});

test('reading a post that has not changed writes nothing', async () => {
  const database = freshDatabase();
  const posts = createPostRepository(database);
  await posts.save([aPost({ labels: ['a'] })]);
  const written = vi.fn();
  database.posts.hook('updating', written);
  await posts.save([aPost({ labels: ['a'] })]);
  expect(written).not.toHaveBeenCalled();
  await posts.save([aPost({ labels: ['b'] })]);
  expect(written).toHaveBeenCalled();
});
