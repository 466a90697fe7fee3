// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NoteForm, type NoteFormProps } from '../../components/note-form.tsx';

afterEach(cleanup);

function renderForm(props: Partial<NoteFormProps> = {}) {
  const callbacks = { onSave: vi.fn(), onCancel: vi.fn(), onChange: vi.fn() };
  render(<NoteForm passage="A passage." note="Begun" {...callbacks} {...props} />);
  return callbacks;
}

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your note' });

test('is ready to be written in, after what is there already', async () => {
  renderForm();
  expect(document.activeElement).toBe(area());
  await userEvent.keyboard(' and done');
  expect(area().value).toBe('Begun and done');
});

test('shows the passage the note is about', () => {
  renderForm();
  expect(screen.getByText('A passage.')).toBeTruthy();
});

test.each(['Control', 'Meta'])('saves with %s and Enter', async (key) => {
  const { onSave } = renderForm();
  await userEvent.type(area(), `!{${key}>}{Enter}{/${key}}`);
  expect(onSave).toHaveBeenCalledExactlyOnceWith('Begun!');
});

test('Enter alone begins a new line', async () => {
  const { onSave } = renderForm();
  await userEvent.type(area(), '{Enter}more');
  expect(area().value).toBe('Begun\nmore');
  expect(onSave).not.toHaveBeenCalled();
});

test('saves and cancels with buttons', async () => {
  const { onSave, onCancel } = renderForm();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('Begun');
  expect(onCancel).toHaveBeenCalledOnce();
});

test('Escape cancels, and does not reach the popup, which it would close', () => {
  const { onCancel } = renderForm();
  const outside = vi.fn();
  document.addEventListener('keydown', outside, { once: true });
  const goesOn = fireEvent.keyDown(area(), { key: 'Escape' });
  document.removeEventListener('keydown', outside);
  expect(onCancel).toHaveBeenCalledOnce();
  expect(goesOn).toBe(false);
  expect(outside).not.toHaveBeenCalled();
});

test('leaves Enter and Escape to an input method that is composing', () => {
  const { onSave, onCancel } = renderForm();
  fireEvent.keyDown(area(), { key: 'Escape', isComposing: true });
  fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true, isComposing: true });
  expect(onSave).not.toHaveBeenCalled();
  expect(onCancel).not.toHaveBeenCalled();
});

test('tells every change, for drafts', async () => {
  const { onChange } = renderForm();
  await userEvent.type(area(), 'ab');
  expect(onChange.mock.calls).toEqual([['Beguna'], ['Begunab']]);
});

test('does not save twice while it is saving', async () => {
  const { onSave } = renderForm({ status: 'saving' });
  await userEvent.click(screen.getByRole('button', { name: 'Saving…' }));
  await userEvent.type(area(), '{Control>}{Enter}{/Control}');
  expect(onSave).not.toHaveBeenCalled();
});

test('says that saving failed, and offers to try again', async () => {
  const { onSave } = renderForm({ status: 'failed' });
  expect(screen.getByRole('alert').textContent).toContain('could not be saved');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onSave).toHaveBeenCalledWith('Begun');
});
