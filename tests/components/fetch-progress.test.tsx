// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { FetchProgress } from '../../components/fetch-progress.tsx';
import type { FeedFailure } from '../../lib/blog/feed-error.ts';
import { aFeedState } from './builders.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('counts the posts of the blog as they come, and can be stopped', async () => {
  const onCancel = vi.fn();
  const { rerender } = render(<FetchProgress feed={aFeedState()} />);
  expect(screen.getByRole('status').textContent).toBe('Reading the blog…');
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<FetchProgress feed={aFeedState({ received: 50, total: 112 })} onCancel={onCancel} />);
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', {
    name: 'Reading the blog: 50 of 112 posts',
  });
  expect([bar.value, bar.max]).toEqual([50, 112]);
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test.each([undefined, aFeedState({ status: 'done' })])('says nothing when all is well', (feed) => {
  const { container } = render(<FetchProgress feed={feed} onRetry={vi.fn()} />);
  expect(container.textContent).toBe('');
});

test.each<[FeedFailure, string]>([
  [{ code: 'unreachable' }, 'It could not be reached.'],
  [{ code: 'tooSlow' }, 'It did not answer in time.'],
  [{ code: 'busy', status: 429 }, 'It says that it is too busy.'],
  [{ code: 'refused', status: 404 }, 'It answered with the error 404.'],
  [{ code: 'redirected' }, 'It leads to another address, which Waymark does not follow.'],
  [{ code: 'notAFeed' }, 'It answered with something other than its list of posts.'],
  [{ code: 'damaged' }, 'Its answer is broken off or damaged.'],
  [{ code: 'tooLarge', megabytes: 16 }, 'Its answer is larger than 16 MB, too large to be read.'],
  [{ code: 'unsteady' }, 'It kept changing while it was read.'],
])('after the failure %j it says what happened, and offers to try again', async (failure, text) => {
  const onRetry = vi.fn();
  render(<FetchProgress feed={aFeedState({ status: 'failed', failure })} onRetry={onRetry} />);
  expect(screen.getByRole('status').textContent).toBe(
    `The blog could not be read just now. ${text}`,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('when the server has asked for a pause, says until when, and offers nothing', () => {
  vi.setSystemTime(new Date(2026, 5, 1, 15, 0));
  const retryAt = new Date(2026, 5, 1, 15, 42).getTime();
  const failure = { code: 'busy', status: 503 } as const;
  const feed = aFeedState({ status: 'failed', failure, retryAt, isImposed: true });
  const { rerender } = render(<FetchProgress feed={feed} onRetry={vi.fn()} />);
  expect(screen.getByRole('status').textContent).toMatch(/left alone until 3:42\sPM\./);
  const tomorrow = { ...feed, retryAt: new Date(2026, 5, 2, 8, 5).getTime() };
  rerender(<FetchProgress feed={tomorrow} onRetry={vi.fn()} />);
  expect(screen.getByRole('status').textContent).toMatch(/until Jun 2, 2026, 8:05\sAM\./);
  expect(screen.queryByRole('button')).toBeNull();
});

test('without a network it says so, and does not call it a failure', async () => {
  const onRetry = vi.fn();
  render(<FetchProgress feed={aFeedState({ status: 'offline' })} onRetry={onRetry} />);
  expect(screen.getByRole('status').textContent).toContain('You are offline.');
  expect(screen.getByRole('status').textContent).not.toContain('could not');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('what was stopped can be gone on with', async () => {
  const onRetry = vi.fn();
  render(<FetchProgress feed={aFeedState({ status: 'cancelled' })} onRetry={onRetry} />);
  expect(screen.getByRole('status').textContent).toContain('was stopped');
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test.each(['reading', 'failed', 'offline', 'cancelled'] as const)(
  'axe finds nothing in it when %s',
  async (status) => {
    const feed = aFeedState({ status, received: 1, total: 2, failure: { code: 'busy' } });
    const { container } = render(
      <FetchProgress feed={feed} onRetry={vi.fn()} onCancel={vi.fn()} />,
    );
    expect(
      (await axe.run(container, { rules: { region: { enabled: false } } })).violations,
    ).toEqual([]);
  },
);
