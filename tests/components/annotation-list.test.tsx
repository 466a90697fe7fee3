// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { AnnotationList, type AnnotationListProps } from '../../components/annotation-list.tsx';
import { anAnnotation } from './builders.ts';

afterEach(cleanup);

const first = anAnnotation({ id: 'first', passage: 'The first passage' });
const second = anAnnotation({ id: 'second', passage: 'The second passage', note: 'Old' });
const third = anAnnotation({ id: 'third', passage: 'The third passage' });

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
  await userEvent.click(screen.getByRole('button', { name: 'It is here' }));
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
  const area = screen.getByRole('textbox', { name: 'Your note' });
  expect(document.activeElement).toBe(area);
  await userEvent.type(area, ' and new{Control>}{Enter}{/Control}');
  expect(onEdit).toHaveBeenCalledWith('second', 'Old and new');
  const button = await screen.findByRole('button', { name: 'Edit note' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('leaves the note alone when editing is cancelled', async () => {
  const { onEdit } = renderList();
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.type(screen.getByRole('textbox'), 'x{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(onEdit).not.toHaveBeenCalled();
});

test('keeps what was written when it cannot be saved, and tries again', async () => {
  const onEdit = vi.fn().mockRejectedValueOnce(new Error('disk full')).mockResolvedValueOnce({});
  renderList({ onEdit });
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.type(screen.getByRole('textbox'), ' and new');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be saved');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Old and new');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Edit note' });
  expect(onEdit).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('keeps the focus in the list when a card goes away', async () => {
  const { rerender, ...props } = renderList();
  const card = within(screen.getByRole('article', { name: 'The first passage' }));
  await userEvent.click(card.getByRole('button', { name: 'Delete' }));
  rerender(
    <AnnotationList
      annotations={[second, third]}
      emptyText=""
      onColour={props.onColour}
      onEdit={props.onEdit}
      onDelete={props.onDelete}
    />,
  );
  expect(document.activeElement?.contains(screen.getByRole('list', { name: 'Notes' }))).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});
