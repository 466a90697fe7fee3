// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PassageSearchProgress } from '../../components/passage-search.tsx';
import type { PassageSearch } from '../../lib/annotation/passage-location.ts';

afterEach(cleanup);

function show(search: PassageSearch, found = 0) {
  const acts = { onStop: vi.fn(), onGoOn: vi.fn() };
  const view = (now: PassageSearch) => (
    <PassageSearchProgress search={now} found={found} {...acts} />
  );
  const { rerender } = render(view(search));
  return { ...acts, change: (now: PassageSearch) => rerender(view(now)) };
}

const status = () => screen.getByRole('status').textContent;

test('a search shows how far it is, and can be stopped', async () => {
  const { onStop } = show({ looked: 30, total: 1200, isBusy: true });
  expect(status()).toBe('Looking for your passages: 30 of 1,200');
  const bar = screen.getByRole('progressbar', { name: status() ?? '' });
  expect(bar.getAttribute('value')).toBe('30');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onStop).toHaveBeenCalledOnce();
});

test('a search that was stopped says how far it came, and goes on by the same button', async () => {
  const { change, onGoOn } = show({ looked: 30, total: 1200, isBusy: true });
  const button = screen.getByRole('button');
  button.focus();
  change({ looked: 40, total: 1200, isBusy: false });
  expect(status()).toBe('Stopped: 40 of 1,200 passages have been looked for.');
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' }));
  await userEvent.click(button);
  expect(onGoOn).toHaveBeenCalledOnce();
});

test('a search that is over says what came of it', () => {
  show({ looked: 1200, total: 1200, isBusy: false }, 1187);
  expect(status()).toBe('All 1,200 passages have been looked for: 1,187 found, 13 not.');
  expect(screen.queryByRole('button')).toBeNull();
});
