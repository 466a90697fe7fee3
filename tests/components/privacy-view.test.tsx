// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { PERMISSION_REASONS } from '../../components/permission-list.tsx';
import { PrivacyView } from '../../components/privacy-view.tsx';
import { toExpected } from '../built/manifest.ts';

afterEach(cleanup);

function show() {
  const { permissions, host_permissions: hosts } = toExpected('chromium');
  render(
    <PrivacyView permissions={permissions as string[]} hosts={hosts as string[]} hasOptional />,
  );
}

const region = (name: string) => within(screen.getByRole('region', { name }));

test('says first that nothing is collected', () => {
  show();
  screen.getByRole('heading', { level: 1, name: 'What you read and write stays with you' });
  screen.getByText(/collects nothing/);
});

test('says what is kept and where, and leads to where it is deleted', () => {
  show();
  const kept = region('What is kept, and where');
  expect(kept.getAllByRole('listitem')).toHaveLength(6);
  kept.getByText(/No page can reach it/);
  const link = screen.getByRole('link', { name: 'See or delete your data' });
  expect(link.getAttribute('href')).toBe('options.html#data');
});

test('says what is sent, and of the one request there is', () => {
  show();
  const sent = region('What is sent');
  sent.getByText(/^Nothing that you read or write/);
  sent.getByText(/asks the blog for its feed/);
});

test('admits that a page can find out what is highlighted on it', () => {
  show();
  region('What a page can see').getByText(/which of its passages are highlighted/);
});

test('has a reason for everything the browser was asked for, and none for anything else', () => {
  show();
  const asked = region('What it may do, and why');
  const reasons = asked.getAllByRole('definition').map(({ textContent }) => textContent);
  const names = asked.getAllByRole('term').map(({ textContent }) => textContent);
  expect(names.at(-1)).toBe('Sites you add');
  expect(names.slice(1, -1).sort()).toEqual(Object.keys(PERMISSION_REASONS).sort());
  expect(names[0]).toContain('*.elidedbranches.com');
  expect(reasons).toHaveLength(names.length);
  expect(new Set(reasons).size).toBe(names.length);
});

test('leads to the licences of what others wrote', () => {
  show();
  const link = screen.getByRole('link', { name: 'What others wrote, with licences' });
  expect(link.getAttribute('href')).toBe('third-party.txt');
});
