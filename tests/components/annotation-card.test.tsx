// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AnnotationCard } from '../../components/annotation-card.tsx';
import { isBeyondExcerpt, toExcerpt } from '../../components/passage.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { withFormerNote } from '../../lib/annotation/former-notes.ts';
import type { LocationState } from '../../lib/annotation/passage-location.ts';
import { targetOfPost } from '../../lib/annotation/target.ts';
import { anAnnotation } from './builders.ts';

afterEach(cleanup);

const callbacks = { onColour: vi.fn(), onJump: vi.fn(), onEdit: vi.fn(), onDelete: vi.fn() };

function renderCard(state?: LocationState, annotation = anAnnotation({ note: 'My note' })) {
  return render(
    <AnnotationCard
      {...callbacks}
      annotation={annotation}
      location={state && { state, score: 0.5 }}
    />,
  );
}

test('shows each paragraph of the passage as one, and the day it was marked', () => {
  const { container } = renderCard(undefined, anAnnotation({ passage: 'First.\n\nSecond\nline.' }));
  const paragraphs = container.querySelectorAll('blockquote > p');
  expect([...paragraphs].map((p) => p.textContent)).toEqual(['First.', 'Second\nline.']);
  expect(container.querySelector('time')?.getAttribute('datetime')).toBe(
    '2026-05-12T10:00:00.000Z',
  );
});

test('a button for each thing that can be done', async () => {
  renderCard('exact');
  await userEvent.click(screen.getByRole('button', { name: 'Jump to passage' }));
  await userEvent.click(screen.getByRole('button', { name: 'Edit note' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(callbacks.onJump).toHaveBeenCalledOnce();
  expect(callbacks.onEdit).toHaveBeenCalledOnce();
  expect(callbacks.onDelete).toHaveBeenCalledOnce();
});

test('another colour is a click away, and the one it has is chosen', async () => {
  const annotation = anAnnotation();
  annotation.target.styleClass = 'blue';
  renderCard('exact', annotation);
  expect(screen.queryByRole('radio')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Colour: Blue', expanded: false }));
  const group = screen.getByRole('group', { name: 'Colour' });
  const colours = within(group).getAllByRole<HTMLInputElement>('radio');
  expect(colours.map((radio) => [radio.ariaLabel, radio.checked])).toEqual([
    ['Yellow', false],
    ['Green', false],
    ['Blue', true],
    ['Pink', false],
    ['Purple', false],
  ]);
  await userEvent.click(screen.getByRole('radio', { name: 'Green' }));
  expect(callbacks.onColour).toHaveBeenCalledExactlyOnceWith('green');
});

test('invites a note where there is none', () => {
  renderCard('exact', anAnnotation());
  expect(screen.getByRole('button', { name: 'Add note' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Edit note' })).toBeNull();
});

test.each([
  ['orphan', 'This passage is no longer in the post.'],
  ['ambiguous', 'This passage could be in several places.'],
] as const)(
  'says that a passage is %s, and does not offer to jump to it',
  async (state, sentence) => {
    renderCard(state);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Jump to passage' })).toBeNull();
  },
);

test.each(['exact', 'moved', 'edited', undefined] as const)('offers to jump when %s', (state) => {
  renderCard(state);
  expect(screen.getByRole('button', { name: 'Jump to passage' })).toBeTruthy();
});

test('shows the note as typed until Markdown can be drawn', () => {
  const annotation = anAnnotation({ note: 'so **much**' });
  const { rerender } = render(<AnnotationCard {...callbacks} annotation={annotation} />);
  expect(screen.getByText('so **much**')).toBeTruthy();
  rerender(
    <AnnotationCard {...callbacks} annotation={annotation} renderNote={(m) => <b>drawn: {m}</b>} />,
  );
  expect(screen.getByText('drawn: so **much**')).toBeTruthy();
});

test('opens and closes a long passage', async () => {
  const passage = `${'many words '.repeat(60)}and the last`;
  const quote = renderCard('exact', anAnnotation({ passage })).container;
  expect(quote.textContent).not.toContain('and the last');
  const toggle = screen.getByRole('button', { name: 'Show all', expanded: false });
  await userEvent.click(toggle);
  expect(quote.textContent).toContain('and the last');
  await userEvent.click(screen.getByRole('button', { name: 'Show less', expanded: true }));
  expect(quote.textContent).not.toContain('and the last');
});

test('a long passage is open when it is to be, until the reader closes it', async () => {
  const passage = `${'many words '.repeat(60)}and the last`;
  const annotation = anAnnotation({ passage });
  const { container } = render(
    <AnnotationCard {...callbacks} annotation={annotation} isPassageOpen={true} />,
  );
  expect(container.textContent).toContain('and the last');
  await userEvent.click(screen.getByRole('button', { name: 'Show less', expanded: true }));
  expect(container.textContent).not.toContain('and the last');
});

test('the excerpt of a long passage is what does not need it to be open', () => {
  const passage = 'many words '.repeat(60);
  const shown = toExcerpt(passage, 260).length - 1;
  expect(isBeyondExcerpt(passage, shown)).toBe(false);
  expect(isBeyondExcerpt(passage, shown + 1)).toBe(true);
  expect(isBeyondExcerpt('short', 5)).toBe(false);
});

describe('an excerpt', () => {
  test('is the text itself when that fits', () => {
    expect(toExcerpt('seven', 5)).toBe('seven');
  });
  test('ends after a whole word', () => {
    expect(toExcerpt('one two three', 9)).toBe('one two…');
    expect(toExcerpt('one two three', 7)).toBe('one two…');
  });
  test('never splits a character', () => {
    expect(toExcerpt('🙂🙂🙂', 3)).toBe('🙂…');
  });
});

test('an action says by when it is due, that this is past, and can be ticked', async () => {
  const onAction = vi.fn();
  const annotation: Annotation = {
    ...anAnnotation({ note: 'Try it' }),
    motivation: 'acting',
    action: { due: '2020-02-03' },
  };
  render(<AnnotationCard {...callbacks} annotation={annotation} onAction={onAction} />);
  expect(screen.getByText(/^Overdue since/).textContent).toBe('Overdue since Feb 3, 2020');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Done', checked: false }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith({
    due: '2020-02-03',
    done: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test('kind and tags are a click away', async () => {
  const onKind = vi.fn();
  const onTags = vi.fn();
  render(
    <AnnotationCard {...callbacks} annotation={anAnnotation()} onKind={onKind} onTags={onTags} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Kind and tags', expanded: false }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Question' }));
  expect(onKind).toHaveBeenCalledExactlyOnceWith('question');
  await userEvent.type(screen.getByRole('combobox', { name: 'Tags' }), 'trust,');
  expect(onTags).toHaveBeenCalledExactlyOnceWith(['trust']);
});

test('a note on a whole post has no passage, no colour and nowhere to jump', () => {
  const annotation = { ...anAnnotation({ note: 'All of it' }), target: targetOfPost('https://x/') };
  render(<AnnotationCard {...callbacks} annotation={annotation} />);
  expect(screen.getByRole('article', { name: 'On the whole post' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Colour|^Jump/ })).toBeNull();
});

test('a click on the passage jumps to it, as the button does', async () => {
  const onJump = vi.fn();
  render(
    <AnnotationCard
      {...callbacks}
      annotation={anAnnotation({ passage: 'Here.' })}
      onJump={onJump}
    />,
  );
  await userEvent.click(screen.getByText('Here.'));
  expect(onJump).toHaveBeenCalledOnce();
});

test('what was written elsewhere at the same time stands below the note, to be taken or discarded', async () => {
  const annotation = withFormerNote(anAnnotation({ note: 'Mine.' }), 'Theirs.');
  const [former] = annotation.formerNotes ?? [];
  const [onTakeNote, onDropNote] = [vi.fn(), vi.fn()];
  const { container } = render(
    <AnnotationCard {...callbacks} {...{ annotation, onTakeNote, onDropNote }} />,
  );
  const other = await screen.findByRole('region', { name: 'Written at the same time' });
  expect(within(other).getByText('Theirs.')).toBeTruthy();
  expect(container.textContent).toMatch(/Mine\..*Theirs\./);
  await userEvent.click(screen.getByRole('button', { name: 'Use this text' }));
  await userEvent.click(screen.getByRole('button', { name: 'Discard this text' }));
  expect(onTakeNote).toHaveBeenCalledExactlyOnceWith(former);
  expect(onDropNote).toHaveBeenCalledExactlyOnceWith(former);
});
