// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { RelatedPostList } from '../../components/related-post-list.tsx';
import { aFeedState, aRelatedPost } from './builders.ts';

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
    <RelatedPostList {...props} feed={aFeedState({ received: 50, total: 112 })} />,
  );
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('progressbar')).toBeTruthy();
  rerender(<RelatedPostList {...props} feed={aFeedState({ status: 'offline' })} />);
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('offline');
});
