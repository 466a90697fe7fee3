// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { TagInput } from '../../components/tag-input.tsx';

afterEach(cleanup);

const KNOWN = ['one-on-ones', 'hiring', 'career ladders', 'Feedback', 'delegation'];

/** The field with its tags kept, as whoever uses it would. */
function renderInput(initially: string[] = []) {
  const onTags = vi.fn<(tags: string[]) => void>();
  function Kept() {
    const [tags, setTags] = useState<readonly string[]>(initially);
    return (
      <TagInput
        tags={tags}
        known={KNOWN}
        onTags={(to) => {
          onTags(to);
          setTags(to);
        }}
      />
    );
  }
  render(<Kept />);
  return { onTags, field: screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags' }) };
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

test('offers the tags that begin with what is typed, and then those with a word that does', async () => {
  const { field } = renderInput();
  expect(field.getAttribute('aria-expanded')).toBe('false');
  await userEvent.type(field, 'L');
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(options()).toEqual(['career ladders']);
});

test('Enter makes a tag of what is typed, in the capitals of the tag that exists', async () => {
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'feedback{Enter}#new  one{Enter}');
  expect(onTags.mock.calls).toEqual([[['Feedback']], [['Feedback', 'new one']]]);
  expect(field.value).toBe('');
});

test('the arrow keys choose a completion, and the field says which', async () => {
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'h{ArrowDown}');
  const [option] = screen.getAllByRole('option');
  expect(option?.getAttribute('aria-selected')).toBe('true');
  expect(field.getAttribute('aria-activedescendant')).toBe(option?.id);
  await userEvent.keyboard('{Enter}');
  expect(onTags).toHaveBeenLastCalledWith(['hiring']);
});

test('a click on a completion takes it, and the field keeps the focus', async () => {
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'del');
  await userEvent.click(screen.getByRole('option', { name: 'delegation' }));
  expect(onTags).toHaveBeenCalledExactlyOnceWith(['delegation']);
  expect(document.activeElement).toBe(field);
});

test('a comma and leaving the field make tags too, so that no typed word is lost', async () => {
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'first,second');
  await userEvent.tab();
  expect(onTags).toHaveBeenLastCalledWith(['first', 'second']);
});

test('a tag is there once, however it is written', async () => {
  const { onTags, field } = renderInput(['Hiring']);
  await userEvent.type(field, 'hir');
  expect(options()).toEqual([]);
  await userEvent.keyboard('ing{Enter}');
  expect(onTags).not.toHaveBeenCalled();
});

test('Backspace in an empty field and the button on a tag take it away, and say so', async () => {
  const { onTags, field } = renderInput(['one', 'two', 'three']);
  await userEvent.type(field, 'x{Backspace}{Backspace}');
  expect(onTags).toHaveBeenLastCalledWith(['one', 'two']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove the tag one' }));
  expect(onTags).toHaveBeenLastCalledWith(['two']);
  expect(within(document.body).getByRole('status').textContent).toBe('Tag removed: one');
  expect(document.activeElement).toBe(field);
});

test('Escape closes the list, then empties the field, and only then is anyone else’s', async () => {
  const onEscape = vi.fn();
  const hear = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onEscape();
  };
  document.body.addEventListener('keydown', hear);
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'hir{Escape}');
  expect(options()).toEqual([]);
  expect(field.value).toBe('hir');
  await userEvent.keyboard('{Escape}');
  expect(field.value).toBe('');
  expect(onEscape).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
  expect(onTags).not.toHaveBeenCalled();
  document.body.removeEventListener('keydown', hear);
});

test('the arrow down in the empty field offers the tags used most, of those not taken', async () => {
  const { onTags } = renderInput(['hiring']);
  await userEvent.click(screen.getByRole('combobox'));
  expect(options()).toEqual([]);
  await userEvent.keyboard('{ArrowDown}');
  expect(options()).toEqual(['one-on-ones', 'career ladders', 'Feedback', 'delegation']);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onTags).toHaveBeenLastCalledWith(['hiring', 'career ladders']);
});

test('Tab takes the completion that is chosen, and what was typed in its place does not stay', async () => {
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'h{ArrowDown}{Tab}');
  expect(onTags).toHaveBeenCalledExactlyOnceWith(['hiring']);
  expect(document.activeElement).toBe(field);
});

test('Ctrl+Enter makes a tag of what is typed, and goes on to whatever it saves', async () => {
  const onKeyDown = vi.fn(({ defaultPrevented }: KeyboardEvent) => defaultPrevented);
  document.body.addEventListener('keydown', onKeyDown);
  const { onTags, field } = renderInput();
  await userEvent.type(field, 'late{Control>}{Enter}{/Control}');
  document.body.removeEventListener('keydown', onKeyDown);
  expect(onTags).toHaveBeenCalledExactlyOnceWith(['late']);
  expect(onKeyDown).toHaveLastReturnedWith(false);
});
