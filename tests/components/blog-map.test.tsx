// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BlogMap, type BlogMapProps } from '../../components/blog-map.tsx';
import { EVERYTHING } from '../../components/blog-map-filter.ts';
import type { Arrangement } from '../../components/blog-map-groups.ts';
import { MapOffer } from '../../components/blog-map-offer.tsx';
import { speakBy } from '../../lib/language/say.ts';
import { messagesOf } from '../language/messages-of.ts';
import { aFeedState } from './builders.ts';
import { aMapPost } from './map-posts.ts';

beforeEach(() => {
  // jsdom lays nothing out, so that there is nothing to observe.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  speakBy(messagesOf('en'));
});

const trunk = aMapPost({
  title: 'Trunk, every day',
  year: 2012,
  published: '2012-05-06T23:30:00-05:00',
  labels: ['release'],
  words: 500,
  minutes: 2,
});
const coins = aMapPost({
  title: 'Feedback in small coins',
  year: 2014,
  published: '2014-02-16T09:10:00-05:00',
  labels: ['feedback', 'management'],
  words: 900,
  minutes: 4,
  stand: 'read',
  highlights: 3,
  notes: 1,
});
const ladders = aMapPost({
  title: 'What ladders are for',
  year: 2014,
  published: '2014-10-02T09:10:00-04:00',
  labels: ['management'],
  stand: 'opened',
});
const POSTS = [trunk, coins, ladders];

/** The map with what its reader does to it. */
function Held(props: Partial<BlogMapProps>) {
  const [filter, setFilter] = useState(EVERYTHING);
  const [arrangement, setArrangement] = useState<Arrangement>('year');
  return (
    <BlogMap
      posts={POSTS}
      next={undefined}
      isLooking={false}
      filter={filter}
      onFilter={setFilter}
      arrangement={arrangement}
      onArrange={setArrangement}
      onRead={vi.fn()}
      {...props}
    />
  );
}

const picture = () => screen.getByRole('group', { name: 'Posts as books on shelves' });
const books = () => within(picture()).queryAllByRole('link');
const names = () => books().map((book) => book.getAttribute('aria-label')?.split(':')[0]);
const book = (title: string) => screen.getByRole('link', { name: new RegExp(`^${title}: `) });

test('every post is a link in the picture, and its name says all that the drawing does', () => {
  render(<Held />);
  expect(books().map((link) => link.getAttribute('aria-label'))).toEqual([
    'Trunk, every day: May 6, 2012, 2 min, Unread',
    'What ladders are for: Oct 2, 2014, 3 min, Opened',
    'Feedback in small coins: Feb 16, 2014, 4 min, Read, 3 highlights, 1 note',
  ]);
  expect(book('Trunk, every day').getAttribute('href')).toBe(trunk.permalink);
  expect(within(picture()).getByRole('group', { name: '2014: 2 posts' })).toBeTruthy();
});

test('what a post is can be seen without colour', () => {
  render(<Held />);
  const has = (title: string, part: string) => book(title).querySelector(part) !== null;
  expect(has('What ladders are for', '.book-ribbon')).toBe(true);
  expect(has('Feedback in small coins', '.book-ribbon')).toBe(false);
  expect(has('Feedback in small coins', '.book-slip')).toBe(true);
  expect(book('Feedback in small coins').querySelectorAll('.book-band')).toHaveLength(3);
  expect(has('Trunk, every day', '.book-slip, .book-band, .book-ribbon')).toBe(false);
  const signs = books().map((link) => link.querySelector('.book-sign')?.getAttribute('d'));
  expect(new Set(signs).size).toBe(3);
});

test('the summary counts posts, and the time that is left to read', () => {
  render(<Held />);
  expect(
    screen.getByText('3 posts, 1 read, 1 with notes. 5 minutes of reading left.'),
  ).toBeTruthy();
});

test('one tab stop, from which arrows lead to every book', async () => {
  render(<Held />);
  const stops = () => books().filter((link) => link.getAttribute('tabindex') === '0');
  expect(stops()).toEqual([book('Trunk, every day')]);
  book('Trunk, every day').focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(book('What ladders are for'));
  expect(stops()).toEqual([book('What ladders are for')]);
  await userEvent.keyboard('{PageUp}');
  expect(document.activeElement).toBe(book('Trunk, every day'));
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(book('Feedback in small coins'));
});

test('a focused or hovered book shows its card, which Escape takes away', async () => {
  render(<Held />);
  const card = () => document.querySelector<HTMLElement>('.map-card');
  book('Feedback in small coins').focus();
  await screen.findByText('feedback');
  expect(card()?.textContent).toContain('Feedback in small coins');
  expect(card()?.textContent).toContain('3 highlights');
  await userEvent.keyboard('{Escape}');
  expect(card()).toBeNull();
  expect(document.activeElement).toBe(book('Feedback in small coins'));
  await userEvent.hover(book('Trunk, every day'));
  expect(card()?.textContent).toContain('Trunk, every day');
});

test('a card stays while the pointer is on its way to it, and goes when it is nowhere near', async () => {
  vi.useFakeTimers();
  const turn = async (time: number) => vi.advanceTimersByTimeAsync(time);
  try {
    render(<Held />);
    await turn(0);
    fireEvent.mouseOver(book('Trunk, every day'));
    await turn(0);
    fireEvent.mouseOver(picture());
    await turn(200);
    fireEvent.mouseOver(screen.getByRole('button', { name: 'Mark as read' }));
    await turn(5000);
    expect(document.querySelector('.map-card')).toBeTruthy();
    fireEvent.mouseOver(picture());
    await turn(200);
    fireEvent.mouseOver(book('What ladders are for'));
    await turn(5000);
    expect(document.querySelector('.map-card')?.textContent).toContain('What ladders are for');
    fireEvent.mouseOver(picture());
    await turn(5000);
    expect(document.querySelector('.map-card')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('a post is marked as read, or as unread, from its card and by key', async () => {
  const onRead = vi.fn();
  render(<Held onRead={onRead} />);
  book('Trunk, every day').focus();
  await userEvent.keyboard('r');
  expect(onRead).toHaveBeenLastCalledWith(trunk, true);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toContain('Mark as read');
  await userEvent.keyboard('{Enter}');
  expect(onRead).toHaveBeenCalledTimes(2);
  await userEvent.hover(book('Feedback in small coins'));
  await userEvent.click(screen.getByRole('button', { name: 'Mark as unread' }));
  expect(onRead).toHaveBeenLastCalledWith(coins, false);
});

test('the legend filters: states and labels each widen, together they narrow', async () => {
  render(<Held />);
  const toggle = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  await toggle('management 2');
  // A post that has the label, whichever it is bound in.
  expect(names()).toEqual(['What ladders are for', 'Feedback in small coins']);
  expect(screen.getByText('2 posts shown of 3')).toBeTruthy();
  await toggle('Read 1');
  expect(names()).toEqual(['Feedback in small coins']);
  await toggle('Unread 1');
  expect(names()).toEqual(['Feedback in small coins']);
  await toggle('release 1');
  expect(names()).toEqual(['Trunk, every day', 'Feedback in small coins']);
  await toggle('With notes 1');
  expect(names()).toEqual(['Feedback in small coins']);
  await toggle('All posts 3');
  expect(books()).toHaveLength(3);
  expect(screen.queryByText(/posts? shown of/)).toBeNull();
});

test('what the filter leaves out keeps its place as a shadow that nobody can reach', async () => {
  render(<Held />);
  const before = book('Feedback in small coins').getAttribute('transform');
  await userEvent.click(screen.getByRole('button', { name: 'Read 1' }));
  expect(document.querySelectorAll('.book-away[aria-hidden="true"]')).toHaveLength(2);
  expect(book('Feedback in small coins').getAttribute('transform')).toBe(before);
  expect(book('Feedback in small coins').getAttribute('tabindex')).toBe('0');
});

test('when the focused book is filtered away the next one has the focus', async () => {
  const filter = { ...EVERYTHING, stands: ['unread' as const] };
  const others = [trunk, aMapPost({ title: 'Second' }), aMapPost({ title: 'Third' })];
  const { rerender } = render(<Held posts={others} filter={filter} />);
  book('Second').focus();
  const read = others.map((post) =>
    post.title === 'Second' ? { ...post, stand: 'read' as const } : post,
  );
  rerender(<Held posts={read} filter={filter} />);
  expect(document.activeElement).toBe(book('Third'));

  // It is not taken from where the reader has gone meanwhile.
  const all = screen.getByRole('button', { name: 'All posts 3' });
  all.focus();
  rerender(<Held posts={[trunk]} filter={filter} />);
  expect(document.activeElement).toBe(all);
});

test('books stand by label when that is asked for', async () => {
  render(<Held />);
  await userEvent.click(screen.getByRole('radio', { name: 'Label' }));
  expect(within(picture()).getByRole('group', { name: 'management: 1 post' })).toBeTruthy();
  expect(within(picture()).queryByRole('group', { name: /2014/ })).toBeNull();
});

test('the table holds the same, and sorts by every column', async () => {
  render(<Held />);
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(screen.getByText('The same as a table'));
  const table = await screen.findByRole('table');
  const titles = () =>
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
  const [T, F, L] = ['Trunk, every day', 'Feedback in small coins', 'What ladders are for'];
  expect(titles()).toEqual([L, F, T]);
  for (const [column, first, second] of [
    ['Title', [F, T, L], [L, T, F]],
    ['Length', [F, L, T], [T, L, F]],
    ['Labels', [F, L, T], [T, L, F]],
    ['State', [T, L, F], [F, L, T]],
    ['Notes', [F, L, T], [L, T, F]],
  ] as const) {
    const button = within(table).getByRole('button', { name: column });
    await userEvent.click(button);
    expect([column, titles()]).toEqual([column, first]);
    expect(button.closest('th')?.getAttribute('aria-sort')).not.toBe('none');
    await userEvent.click(button);
    expect([column, titles()]).toEqual([column, second]);
  }
});

test('a post is marked in the table too, which shows what the filter lets through', async () => {
  const onRead = vi.fn();
  render(<Held onRead={onRead} />);
  await userEvent.click(screen.getByText('The same as a table'));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Read: Trunk, every day' }));
  expect(onRead).toHaveBeenLastCalledWith(trunk, true);
  await userEvent.click(screen.getByRole('button', { name: 'Read 1' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(1);
});

test('suggests what to read next, says why, and flags the book', () => {
  const because = { title: 'Feedback in small coins', terms: ['praise', 'review'] };
  const { rerender } = render(<Held isLooking />);
  expect(screen.getByText('Comparing the posts…')).toBeTruthy();
  rerender(<Held next={{ post: trunk, because }} />);
  const aside = screen.getByRole('complementary', { name: 'Next on your way' });
  expect(within(aside).getByRole('link').getAttribute('href')).toBe(trunk.permalink);
  expect(aside.textContent).toContain(
    'After “Feedback in small coins”. In common: praise, review.',
  );
  expect(document.querySelector('.map-flag')).toBeTruthy();
  rerender(<Held next={{ post: trunk }} />);
  expect(screen.getByText('The newest that you have not read.')).toBeTruthy();
  rerender(<Held />);
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('speaks the reader’s language, dates and plurals too', () => {
  speakBy(messagesOf('de'));
  render(<Held />);
  expect(
    screen.getByRole('link', {
      name: 'Feedback in small coins: 16.02.2014, 4 Min., Gelesen, 3 Markierungen und 1 Notiz',
    }),
  ).toBeTruthy();
});

test('an empty library offers to read the blog, shows how far that is, and what went wrong', async () => {
  const onFetch = vi.fn();
  const offer = { isEmpty: true, feed: undefined, onFetch, onCancel: vi.fn() };
  const { rerender } = render(<MapOffer {...offer} />);
  await userEvent.click(screen.getByRole('button', { name: 'Read the blog' }));
  expect(onFetch).toHaveBeenCalledOnce();
  rerender(<MapOffer {...offer} feed={aFeedState({ received: 25, total: 29 })} />);
  expect(screen.getByRole('progressbar')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Read the blog' })).toBeNull();
  rerender(<MapOffer {...offer} feed={aFeedState({ status: 'offline' })} />);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onFetch).toHaveBeenCalledTimes(2);
});

test('has no accessibility faults that can be found without a screen', async () => {
  render(<Held next={{ post: trunk }} />);
  await userEvent.click(screen.getByText('The same as a table'));
  book('Feedback in small coins').focus();
  await screen.findByRole('table');
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
