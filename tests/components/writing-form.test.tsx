// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { WritingForm } from '../../components/writing-form.tsx';
import type { Writing } from '../../lib/annotation/writing.ts';

afterEach(cleanup);

const WRITING: Writing = { note: 'Begun', kind: 'comment', tags: ['team'], action: {} };

function renderForm(writing: Partial<Writing> = {}, knownTags: string[] = []) {
  const callbacks = { onSave: vi.fn(), onCancel: vi.fn(), onChange: vi.fn() };
  const props = { passage: 'A passage.', writing: { ...WRITING, ...writing }, knownTags };
  render(<WritingForm {...props} {...callbacks} />);
  return callbacks;
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

test('saves the note with its kind and its tags, all together', async () => {
  const { onSave } = renderForm();
  await userEvent.click(screen.getByRole('radio', { name: 'Question' }));
  await userEvent.type(field(), 'one-on-ones,');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), '?');
  await save();
  const saved = { note: 'Begun?', kind: 'question', tags: ['team', 'one-on-ones'], action: {} };
  expect(onSave).toHaveBeenCalledExactlyOnceWith(saved);
});

test('tells every change of any of it, for drafts', async () => {
  const { onChange } = renderForm();
  await userEvent.click(screen.getByRole('radio', { name: 'Action' }));
  expect(onChange).toHaveBeenLastCalledWith({ ...WRITING, kind: 'action' });
  await userEvent.click(screen.getByRole('button', { name: 'Remove the tag team' }));
  expect(onChange).toHaveBeenLastCalledWith({ ...WRITING, kind: 'action', tags: [] });
});

test('a highlight is to become a comment, unless something else is chosen', () => {
  renderForm({ kind: 'highlight' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Comment' }).checked).toBe(true);
});

test('an action, and nothing else, has a day when it is due and is done or not', async () => {
  const { onSave } = renderForm();
  expect(screen.queryByRole('checkbox', { name: 'Done' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Action' }));
  fireEvent.change(screen.getByLabelText('Due'), { target: { value: '2026-05-04' } });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Done' }));
  await save();
  const [{ action }] = onSave.mock.lastCall as [Writing];
  expect(action.due).toBe('2026-05-04');
  expect(new Date(action.done ?? '').toISOString()).toBe(action.done);
});

test('tags complete as they are typed: those in use, and none that is there already', async () => {
  const { onSave } = renderForm({}, ['teaching', 'team', 'Team leads', 'my team', 'hiring']);
  await userEvent.type(field(), 'te');
  expect(options()).toEqual(['teaching', 'Team leads', 'my team']);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const chosen = screen.getByRole('option', { selected: true });
  expect(chosen.textContent).toBe('Team leads');
  expect(field().getAttribute('aria-activedescendant')).toBe(chosen.id);
  await userEvent.keyboard('{Enter}');
  expect(options()).toEqual([]);
  await save();
  expect(onSave.mock.lastCall?.[0].tags).toEqual(['team', 'Team leads']);
});

test('a completion is chosen with the mouse too', async () => {
  const { onChange } = renderForm({}, ['hiring']);
  await userEvent.type(field(), 'h');
  await userEvent.click(screen.getByRole('option', { name: 'hiring' }));
  expect(onChange.mock.lastCall?.[0].tags).toEqual(['team', 'hiring']);
  expect(field().value).toBe('');
});

test('Enter in the field adds a tag and saves nothing; Escape closes the list, takes back the word, then closes the form', async () => {
  const { onSave, onCancel, onChange } = renderForm({}, ['hiring']);
  await userEvent.type(field(), 'new{Enter}h{Escape}');
  expect(onChange.mock.lastCall?.[0].tags).toEqual(['team', 'new']);
  expect(options()).toEqual([]);
  expect(onSave).not.toHaveBeenCalled();
  expect(onCancel).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(field().value).toBe('');
  expect(onCancel).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a tag is the same in capitals, and keeps the spelling that is in use', async () => {
  const { onChange } = renderForm({}, ['Hiring']);
  await userEvent.type(field(), 'HIRING,TEAM,');
  expect(onChange.mock.lastCall?.[0].tags).toEqual(['team', 'Hiring']);
});

test('Backspace in the empty field takes back the last tag', async () => {
  const { onChange } = renderForm({ tags: ['one', 'two'] });
  await userEvent.type(field(), 'x{Backspace}');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Backspace}');
  expect(onChange.mock.lastCall?.[0].tags).toEqual(['one']);
});

test('a tag that was typed and not entered is not lost', async () => {
  const { onSave } = renderForm();
  await userEvent.type(field(), 'late');
  await save();
  expect(onSave.mock.lastCall?.[0].tags).toEqual(['team', 'late']);
});

test('Ctrl+Enter in the field of tags saves what is typed there as well', async () => {
  const { onSave } = renderForm();
  await userEvent.type(field(), 'late{Control>}{Enter}{/Control}');
  expect(onSave.mock.lastCall?.[0].tags).toEqual(['team', 'late']);
});
