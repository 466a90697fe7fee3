// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { NoPostInTab } from '../../components/latest-section.tsx';
import '../../components/latest-section.tsx';
import { NotesPage, type NotesPageProps } from '../../components/notes-page.tsx';
import type { PostInTab } from '../../components/post-sections.tsx';
import { aFeedState, anAnnotation, aRelated, aRelatedPost } from './builders.ts';

afterEach(cleanup);

const post: PostInTab = {
  kind: 'post',
  title: 'On one-on-ones',
  annotations: [
    anAnnotation({ id: 'a', passage: 'Their meeting.', note: 'Yes' }),
    anAnnotation({ id: 'b', passage: 'Gone from the post.' }),
  ],
  locations: { a: { state: 'exact', score: 1 }, b: { state: 'orphan', score: 0, candidates: [] } },
  onJump: vi.fn(),
  related: aRelated({ list: { related: [aRelatedPost('On delegation')], highlighted: [] } }),
};

const elsewhere = 'https://www.elidedbranches.com/2016/01/two.html';
const noPost: NoPostInTab = {
  kind: 'other',
  annotations: [
    anAnnotation({ passage: 'Latest, of two.', source: elsewhere }),
    anAnnotation({ passage: 'Of one.' }),
    anAnnotation({ passage: 'Older, of two.', source: elsewhere }),
  ],
  titles: { [elsewhere]: 'Two' },
  onOpen: vi.fn(),
  onOpenActions: vi.fn(),
};

const search = { query: '', onQuery: vi.fn(), onFocus: vi.fn(), onEnter: vi.fn() };

function popup(tab: NotesPageProps['tab'], props: Partial<NotesPageProps> = {}) {
  return (
    <NotesPage
      kind="popup"
      tab={tab}
      onColour={vi.fn()}
      onEdit={vi.fn()}
      onDelete={vi.fn()}
      exporting={{ onCopy: vi.fn(), canCopy: true, onExport: vi.fn() }}
      search={search}
      onLibrary={vi.fn()}
      undo={{ message: undefined, onUndo: vi.fn(), onDismiss: vi.fn() }}
      {...props}
    />
  );
}

test('on a post: its title, its notes, the posts related to it, and the way out', () => {
  render(popup(post));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('On one-on-ones');
  expect(screen.getByRole('heading', { name: 'Your notes 2' })).toBeTruthy();
  expect(screen.getByRole('article', { name: 'Their meeting.' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'No longer found in this post' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy as Markdown' })).toBeTruthy();
});

test('elsewhere: the latest notes, gathered under their posts', async () => {
  render(popup(noPost));
  const region = await screen.findByRole('region', { name: 'Two' });
  const quotes = [...region.querySelectorAll('blockquote')];
  expect(quotes.map((quote) => quote.textContent)).toEqual(['Latest, of two.', 'Older, of two.']);
  const titles = screen.getAllByRole('heading', { level: 3 }).map((title) => title.textContent);
  expect(titles).toEqual(['Two', 'https://www.elidedbranches.com/2015/03/one.html']);
  await userEvent.click(within(region).getByRole('link', { name: 'Two' }));
  expect(noPost.onOpen).toHaveBeenCalledExactlyOnceWith(elsewhere);
});

test('says what it is doing until it knows the tab', () => {
  render(popup(undefined));
  expect(screen.getByText('Looking at this page…')).toBeTruthy();
});

test('says that notes could not be opened, rather than that there are none', async () => {
  const onRetry = vi.fn();
  const failure = 'Your notes could not be opened.';
  render(popup({ ...post, annotations: [] }, { failure, onRetry }));
  expect(screen.getByRole('alert').textContent).toContain(failure);
  expect(screen.queryByText(/No notes/)).toBeNull();
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('does not lose the focus with the undo bar', async () => {
  const onUndo = vi.fn();
  render(popup(post, { undo: { message: 'Highlight deleted', onUndo, onDismiss: vi.fn() } }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onUndo).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test.each<[string, NotesPageProps['tab'], Partial<NotesPageProps>]>([
  ['full', post, { undo: { message: 'Gone', onUndo: vi.fn(), onDismiss: vi.fn() } }],
  ['loading', undefined, {}],
  [
    'being read',
    {
      ...post,
      annotations: undefined,
      related: aRelated({ list: undefined, feed: aFeedState({ received: 1, total: 2 }) }),
    },
    {},
  ],
  ['empty', { ...post, annotations: [], related: aRelated() }, {}],
  [
    'failed',
    {
      ...post,
      related: aRelated({
        list: undefined,
        feed: aFeedState({ status: 'failed' }),
        onRetry: vi.fn(),
      }),
    },
    { failure: 'No.' },
  ],
  ['elsewhere', noPost, {}],
  ['elsewhere, empty', { ...noPost, annotations: [] }, {}],
])('axe finds nothing in a popup that is %s', async (_, tab, props) => {
  const { container } = render(popup(tab, props));
  // Colours need a rendering engine: the end-to-end suites look at those.
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('offers to reload a page that Waymark does not run in', async () => {
  const onReload = vi.fn();
  render(popup(post, { onReload }));
  await userEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
  expect(onReload).toHaveBeenCalledOnce();
});

test('what is found stands in place of the notes, which come back as they were', async () => {
  const results = {
    hits: [],
    count: 0,
    hasFailed: false,
    onPost: vi.fn(),
    onAnnotation: vi.fn(),
    onLibrary: vi.fn(),
  };
  const { rerender } = render(popup(post, { results }));
  expect(await screen.findByRole('region', { name: 'Search results' })).toBeTruthy();
  expect(screen.queryByRole('article')).toBeNull();
  rerender(popup(post));
  expect(screen.getByRole('article', { name: 'Their meeting.' })).toBeTruthy();
});

test('says how many actions are open, and shows them', async () => {
  const onOpenActions = vi.fn();
  render(popup({ ...noPost, openActions: 3, onOpenActions }));
  await userEvent.click(screen.getByRole('button', { name: '3 open actions' }));
  expect(onOpenActions).toHaveBeenCalledOnce();
});

test('the post is marked as read and as unread', async () => {
  const onRead = vi.fn();
  render(popup(post, { reading: { isRead: true, onRead } }));
  await userEvent.click(screen.getByRole('button', { name: 'Read', pressed: true }));
  expect(onRead).toHaveBeenCalledExactlyOnceWith(false);
});
