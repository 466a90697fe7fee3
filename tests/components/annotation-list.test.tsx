// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { AnnotationList, type AnnotationListProps } from '../../components/annotation-list.tsx';
import { type Writing, writingOf } from '../../lib/annotation/writing.ts';
import { anAnnotation } from './builders.ts';

// It is loaded when it is first wanted, which may take longer than a test waits.
beforeAll(() => import('../../components/writing-form.tsx'));
afterEach(cleanup);

const first = anAnnotation({ id: 'first', passage: 'The first passage' });
const second = anAnnotation({ id: 'second', passage: 'The second passage', note: 'Old' });
const third = anAnnotation({ id: 'third', passage: 'The third passage' });

/** What a form begins with that is opened on the second. */
const BEGINNING = { base: writingOf(second), forms: [expect.any(String)] };

function renderList(props: Partial<AnnotationListProps> = {}) {
  const all = {
    annotations: [first, second, third],
    emptyText: 'Nothing here.',
    onColour: vi.fn(),
    onEdit: vi.fn(),
    onDelete: vi.fn(),
    ...props,
  };
  return { ...all, ...render(<AnnotationList {...all} />) };
}

const passagesIn = (list: HTMLElement) =>
  [...list.querySelectorAll('blockquote')].map((quote) => quote.textContent);

test('keeps the order it is given, which is that of reading', () => {
  renderList();
  expect(passagesIn(screen.getByRole('list', { name: 'Notes' }))).toEqual([
    'The first passage',
    'The second passage',
    'The third passage',
  ]);
});

test('says that it is loading, and says that it is empty', () => {
  const { unmount } = renderList({ annotations: undefined });
  expect(screen.getByRole('status').textContent).toBe('Opening your notes…');
  unmount();
  renderList({ annotations: [] });
  expect(screen.getByText('Nothing here.')).toBeTruthy();
});

test('sets passages that are lost apart, with their text', () => {
  renderList({
    locations: {
      first: { state: 'exact', score: 1 },
      second: { state: 'orphan', score: 0, candidates: [] },
      third: { state: 'ambiguous', score: 0.7, candidates: [] },
    },
  });
  const lost = screen.getByRole('region', { name: 'No longer found in this post' });
  expect(passagesIn(lost)).toEqual(['The second passage']);
  expect(passagesIn(screen.getByRole('list', { name: 'Notes' }))).toHaveLength(2);
});

test('keeps the reader’s place when a passage is attached again', async () => {
  const attached = vi.fn();
  const attachingOf = () => ({
    selection: undefined,
    onAttachToSelection: vi.fn(),
    onAttach: attached.mockResolvedValue(true),
  });
  const candidates = [{ passage: 'The new passage', before: '', after: '', score: 0.6 }];
  const { rerender, ...props } = renderList({
    attachingOf,
    locations: { second: { state: 'orphan', score: 0.6, candidates } },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'It is here' }));
  expect(attached).toHaveBeenCalledExactlyOnceWith(0, 'The new passage');
  rerender(<AnnotationList {...props} locations={{ second: { state: 'exact', score: 1 } }} />);
  expect(screen.queryByRole('region')).toBeNull();
  expect(document.activeElement?.contains(screen.getByRole('list', { name: 'Notes' }))).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});

test('names the annotation that is jumped to or deleted', async () => {
  const onJump = vi.fn();
  const { onDelete } = renderList({ onJump });
  const card = within(screen.getByRole('article', { name: 'The second passage' }));
  await userEvent.click(card.getByRole('button', { name: 'Jump to passage' }));
  await userEvent.click(card.getByRole('button', { name: 'Delete' }));
  expect(onJump).toHaveBeenCalledWith(second);
  expect(onDelete).toHaveBeenCalledWith('second');
});

test('edits a note in place, then gives the focus back', async () => {
  const { onEdit } = renderList();
  const card = within(screen.getByRole('article', { name: 'The second passage' }));
  await userEvent.click(card.getByRole('button', { name: 'Edit note' }));
  const area = await screen.findByRole('textbox', { name: 'Your note' });
  expect(document.activeElement).toBe(area);
  await userEvent.type(area, ' and new{Control>}{Enter}{/Control}');
  const written = { note: 'Old and new', kind: 'comment', tags: [], action: {} };
  expect(onEdit).toHaveBeenCalledWith('second', written, BEGINNING);
  const button = await screen.findByRole('button', { name: 'Edit note' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('leaves the note alone when editing is cancelled', async () => {
  const { onEdit } = renderList();
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.type(await screen.findByRole('textbox'), 'x{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(onEdit).not.toHaveBeenCalled();
});

test('keeps what was written when it cannot be saved, and tries again', async () => {
  const onEdit = vi.fn().mockRejectedValueOnce(new Error('disk full')).mockResolvedValueOnce({});
  renderList({ onEdit });
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.type(await screen.findByRole('textbox'), ' and new');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be saved');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your note' }).value).toBe(
    'Old and new',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Edit note' });
  expect(onEdit).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('gives the focus to the neighbour of a card that is deleted, and to the card when it comes back', async () => {
  const { rerender, unmount: _, container: __, ...props } = renderList();
  const card = (name: string) => screen.getByRole('article', { name });
  const remove = (name: string) =>
    userEvent.click(within(card(name)).getByRole('button', { name: 'Delete' }));
  await remove('The first passage');
  rerender(<AnnotationList {...props} annotations={[second, third]} />);
  expect(document.activeElement).toBe(card('The second passage'));
  await remove('The third passage');
  rerender(<AnnotationList {...props} annotations={[second]} />);
  expect(document.activeElement).toBe(card('The second passage'));
  rerender(<AnnotationList {...props} annotations={[second, third]} />);
  expect(document.activeElement).toBe(card('The third passage'));
});

test('keeps the focus when the last card goes', async () => {
  const { rerender, unmount: _, ...props } = renderList({ annotations: [first] });
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  rerender(<AnnotationList {...props} annotations={[]} />);
  expect(document.activeElement?.textContent).toBe('Nothing here.');
});

test('begins with what was typed and not saved, and forgets it when the reader cancels', async () => {
  const onDiscard = vi.fn();
  const findDraft = async (id: string) => (id === 'second' ? { note: 'Half a thou' } : undefined);
  renderList({ findDraft, onDiscard });
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your note' });
  expect(area.value).toBe('Half a thou');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onDiscard).toHaveBeenCalledExactlyOnceWith('second', BEGINNING);
});

test('a draft keeps all that was written, wherever that was: its kind, its tags and its day', async () => {
  const draft: Writing = {
    note: 'Try this',
    kind: 'action',
    tags: ['team'],
    action: { due: '2026-05-04' },
  };
  const onDraft = vi.fn();
  const { onEdit } = renderList({ findDraft: async () => draft, onDraft });
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Tags' }), 'late');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const written = { ...draft, tags: ['team', 'late'] };
  expect(onDraft).toHaveBeenLastCalledWith('second', written, BEGINNING);
  expect(onEdit).toHaveBeenCalledExactlyOnceWith('second', written, BEGINNING);
});

test('marks the cards whose passages the page shows, and scrolls along unless the reader types', async () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled(this.getAttribute('aria-label'));
  };
  const { rerender, ...props } = renderList({ inView: ['second', 'third'] });
  const marked = () =>
    screen.getAllByRole('article', { current: 'location' }).map(({ ariaLabel }) => ariaLabel);
  expect(marked()).toEqual(['The second passage', 'The third passage']);
  expect(scrolled).toHaveBeenLastCalledWith('The second passage');
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  rerender(<AnnotationList {...props} inView={['third']} />);
  expect(marked()).toEqual(['The third passage']);
  expect(scrolled).toHaveBeenCalledOnce();
});
