// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { PostNoteForm, type PostNoteFormProps } from '../../components/post-note-form.tsx';

afterEach(cleanup);

function renderForm(props: Partial<PostNoteFormProps> = {}) {
  const all = {
    post: 'https://www.elidedbranches.com/2015/03/one.html',
    draft: {},
    onAdd: vi.fn().mockResolvedValue(undefined),
    onDraft: vi.fn(),
    ...props,
  };
  return { ...all, ...render(<PostNoteForm {...all} />) };
}

const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note on the whole post' });

test('is one line until the reader turns to it, and adds a note of the kind that is chosen', async () => {
  const { onAdd } = renderForm();
  expect(screen.queryByRole('radio')).toBeNull();
  await userEvent.click(field());
  await userEvent.click(screen.getByRole('radio', { name: 'Question' }));
  await userEvent.type(field(), 'Who decides?{Control>}{Enter}{/Control}');
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('question', 'Who decides?');
  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
  expect(screen.getByRole('status').textContent).toBe('Note added.');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Comment' }).checked).toBe(true);
});

test('begins with what was typed and never added, and tells of every change', async () => {
  const { onDraft } = renderForm({ draft: { note: 'Half', kind: 'action' } });
  expect(field().value).toBe('Half');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Action' }).checked).toBe(true);
  await userEvent.type(field(), '!');
  expect(onDraft).toHaveBeenLastCalledWith('action', 'Half!');
  await userEvent.click(screen.getByRole('radio', { name: 'Question' }));
  expect(onDraft).toHaveBeenLastCalledWith('question', 'Half!');
});

test('keeps no draft of a kind alone', async () => {
  const { onDraft } = renderForm();
  await userEvent.click(field());
  await userEvent.click(screen.getByRole('radio', { name: 'Action' }));
  expect(onDraft).not.toHaveBeenCalled();
});

test('adds nothing where nothing is written', async () => {
  const { onAdd } = renderForm({ draft: { note: '  ' } });
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(onAdd).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
});

test('keeps what was written when it cannot be saved, and tries again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const onAdd = vi.fn().mockRejectedValueOnce(new Error('full')).mockResolvedValue(undefined);
  renderForm({ draft: { note: 'Mine' }, onAdd });
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByRole('status').textContent).toContain('could not be saved');
  expect(field().value).toBe('Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(field().value).toBe('');
});

test('axe finds nothing in it', async () => {
  const { container } = renderForm({ draft: { note: 'Mine' } });
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
