// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { FetchProgress } from '../../components/fetch-progress.tsx';
import { RelatedPostList } from '../../components/related-post-list.tsx';
import { aRelatedPost } from './builders.ts';

afterEach(cleanup);

const delegation = aRelatedPost('On delegation', ['trust', 'teams'], '2016-01-04T12:00:00Z');
const hiring = aRelatedPost('On hiring');

test('links to each post, the nearest first, and says what they have in common', () => {
  render(<RelatedPostList posts={[delegation, hiring]} known={112} onOpen={vi.fn()} />);
  const items = within(screen.getByRole('list', { name: 'Related posts' })).getAllByRole(
    'listitem',
  );
  expect(items.map((item) => within(item).getByRole('link').textContent)).toEqual([
    'On delegation',
    'On hiring',
  ]);
  expect(items[0]?.textContent).toContain('In common: trust, teams');
  expect(items[1]?.textContent).not.toContain('In common');
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'On hiring' }).href).toBe(
    hiring.post.permalink,
  );
  expect(screen.getByText('Chosen from 112 posts, on this computer.')).toBeTruthy();
});

test('a plain click is answered; one for a new tab is left to the browser', () => {
  const onOpen = vi.fn();
  render(<RelatedPostList posts={[delegation]} onOpen={onOpen} />);
  const link = screen.getByRole('link');
  // jsdom cannot navigate, and need not be asked to.
  link.parentElement?.addEventListener('click', (event) => event.preventDefault());
  fireEvent.click(link, { ctrlKey: true });
  fireEvent.click(link, { metaKey: true });
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.click(link);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(delegation.post);
});

test('says that it is looking, that there is nothing, or that nothing was read yet', () => {
  const { rerender } = render(<RelatedPostList posts={undefined} onOpen={vi.fn()} />);
  expect(screen.getByRole('status').textContent).toBe('Looking for related posts…');
  rerender(<RelatedPostList posts={[]} known={112} onOpen={vi.fn()} />);
  expect(screen.getByText('No related posts.')).toBeTruthy();
  rerender(<RelatedPostList posts={[]} known={0} onOpen={vi.fn()} />);
  expect(screen.getByText('The blog has not been read yet.')).toBeTruthy();
});

test('keeps the posts it knows while the blog is read again, or cannot be', () => {
  const props = { posts: [delegation], onOpen: vi.fn() };
  const { rerender } = render(
    <RelatedPostList {...props} progress={{ received: 50, total: 112 }} />,
  );
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('progressbar')).toBeTruthy();
  rerender(<RelatedPostList {...props} error="offline" />);
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('offline');
});

test('counts the posts of the blog as they come', () => {
  const { rerender } = render(<FetchProgress progress={{ received: 0 }} />);
  expect(screen.getByRole('status').textContent).toBe('Reading the blog…');
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  rerender(<FetchProgress progress={{ received: 50, total: 112 }} />);
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', {
    name: 'Reading the blog: 50 of 112 posts',
  });
  expect([bar.value, bar.max]).toEqual([50, 112]);
});

test('offers to try again after a failure', async () => {
  const onRetry = vi.fn();
  render(<FetchProgress error="failed" onRetry={onRetry} />);
  expect(screen.getByRole('status').textContent).toBe('The blog could not be read just now.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});
