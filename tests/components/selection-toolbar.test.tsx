// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import {
  createHighlightToolbar,
  type HighlightToolbarProps,
} from '../../components/highlight-toolbar.ts';
import { createNoticeToolbar, type Notice } from '../../components/notice-toolbar.ts';
import {
  createSelectionToolbar,
  type SelectionToolbarProps,
} from '../../components/selection-toolbar.ts';
import type { OnPageView } from '../../components/toolbar.ts';
import { withAction, withColour, withKind } from '../../lib/annotation/changes.ts';
import { speakBy } from '../../lib/language/say.ts';
import { messagesOf } from '../language/messages-of.ts';
import { anAnnotation } from './builders.ts';

afterEach(() => {
  document.body.replaceChildren();
  speakBy(messagesOf('en'));
});

function show(view: OnPageView): OnPageView {
  document.body.append(view.element);
  return view;
}

function showSelectionToolbar(props: Partial<SelectionToolbarProps> = {}) {
  const callbacks = {
    onAnnotate: vi.fn(),
    onCopy: vi.fn(),
    onShortcuts: vi.fn(),
    onClose: vi.fn(),
  };
  const view = createSelectionToolbar({ colourNames: {}, ...callbacks, ...props });
  return { ...callbacks, ...show(view) };
}

function showHighlightToolbar(props: Partial<HighlightToolbarProps> = {}) {
  const callbacks = {
    onColour: vi.fn(),
    onNote: vi.fn(),
    onKind: vi.fn(),
    onDone: vi.fn(),
    onCopy: vi.fn(),
    onDelete: vi.fn(),
    onShortcuts: vi.fn(),
    onClose: vi.fn(),
  };
  const annotation = anAnnotation();
  const view = createHighlightToolbar({ annotation, colourNames: {}, ...callbacks, ...props });
  return { ...callbacks, ...show(view) };
}

const button = (name: string) => screen.getByRole('button', { name });
const COLOURS = ['Yellow', 'Green', 'Blue', 'Pink', 'Purple'];
const names = () => screen.getAllByRole('button').map((b) => b.getAttribute('aria-label'));
const pressed = () => screen.getAllByRole('button', { pressed: true }).map((b) => b.ariaLabel);

test('a tooltip names its key as the reader’s keyboard does', () => {
  speakBy(messagesOf('de'));
  showHighlightToolbar();
  const titles = screen.getAllByRole('button').map(({ title }) => title);
  expect(titles).toContain('Löschen (Entf)');
  expect(titles).toContain('Schließen (Esc)');
});

test('offers to annotate a selection in every way, and to copy it', async () => {
  const { onAnnotate, onCopy, onClose } = showSelectionToolbar();
  expect(screen.getByRole('toolbar', { name: 'Waymark' })).toBeTruthy();
  expect(names()).toEqual([
    'Highlight',
    ...COLOURS,
    'Note',
    'Question',
    'Action',
    'Copy quote with link',
    'Close',
  ]);
  for (const name of ['Highlight', 'Note', 'Question', 'Action'])
    await userEvent.click(button(name));
  await userEvent.click(button('Blue'));
  expect(onAnnotate.mock.calls).toEqual([
    ['highlight'],
    ['comment'],
    ['question'],
    ['action'],
    ['highlight', 'blue'],
  ]);
  await userEvent.click(button('Copy quote with link'));
  expect(onCopy).toHaveBeenCalledOnce();
  await userEvent.click(button('Close'));
  expect(onClose).toHaveBeenCalledOnce();
  expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
});

test('its keys do what its buttons do, and its titles tell them', () => {
  const { keys, onAnnotate, onCopy, onShortcuts } = showSelectionToolbar();
  for (const key of ['h', 'n', 'q', 'a', '1', '5', 'c', '?']) keys[key]?.();
  expect(onAnnotate.mock.calls).toEqual([
    ['highlight'],
    ['comment'],
    ['question'],
    ['action'],
    ['highlight', 'yellow'],
    ['highlight', 'purple'],
  ]);
  expect(onCopy).toHaveBeenCalledOnce();
  expect(onShortcuts).toHaveBeenCalledOnce();
  expect(button('Question').title).toBe('Question (q)');
  expect(button('Close').title).toBe('Close (Esc)');
  expect(button('Close').getAttribute('aria-keyshortcuts')).toBe('Escape');
});

test('a colour is called what the reader calls it, and by nothing that the page could read as text', () => {
  const { element } = showSelectionToolbar({ colourNames: { pink: 'disagree' } });
  expect(button('disagree').title).toBe('disagree – Pink (4)');
  expect(element.textContent).not.toContain('disagree');
});

test('shows what a highlight is, and changes it', async () => {
  const annotation = withColour(withKind(anAnnotation(), 'question'), 'green');
  const { onColour, onKind, onDelete } = showHighlightToolbar({ annotation });
  expect(pressed()).toEqual(['Green', 'Question']);
  expect(names()).toEqual([
    ...COLOURS,
    'Add note',
    'Question',
    'Action',
    'Copy quote with link',
    'Delete',
    'Close',
  ]);
  await userEvent.click(button('Purple'));
  expect(onColour).toHaveBeenCalledExactlyOnceWith('purple');
  await userEvent.click(button('Question'));
  await userEvent.click(button('Action'));
  expect(onKind.mock.calls).toEqual([['comment'], ['action']]);
  await userEvent.click(button('Delete'));
  expect(onDelete).toHaveBeenCalledOnce();
});

test('an action is done, or open again, at one press', async () => {
  const action = withKind(anAnnotation(), 'action');
  const { onDone } = showHighlightToolbar({ annotation: action });
  expect(pressed()).not.toContain('Done');
  await userEvent.click(button('Done'));
  document.body.replaceChildren();
  const done = withAction(action, { done: '2026-05-04T10:00:00.000Z' });
  const { onDone: onReopen, keys } = showHighlightToolbar({ annotation: done });
  expect(pressed()).toContain('Done');
  keys.d?.();
  expect([onDone.mock.calls, onReopen.mock.calls]).toEqual([[[true]], [[false]]]);
});

test('knows a highlight that has a note', () => {
  showHighlightToolbar({ annotation: anAnnotation({ note: 'A thought.' }) });
  expect(button('Edit note')).toBeTruthy();
});

test('is one stop for Tab, and arrows move within it', async () => {
  showSelectionToolbar();
  await userEvent.tab();
  expect(document.activeElement).toBe(button('Highlight'));
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(button('Yellow'));
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(button('Close'));
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(button('Highlight'));
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement).toBe(button('Copy quote with link'));
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(button('Copy quote with link'));
  await userEvent.keyboard('{Home}');
  expect(document.activeElement).toBe(button('Highlight'));
});

test('a press leaves the selection in the page as it is', () => {
  showSelectionToolbar();
  expect(fireEvent.mouseDown(button('Highlight'))).toBe(false);
});

test.each<[Notice, string, string]>([
  ['highlightDeleted', 'Highlight deleted', 'Undo'],
  ['noteDeleted', 'Highlight and note deleted', 'Undo'],
  ['notSavedYet', 'Not saved yet', 'Try again'],
  ['notDeletedYet', 'Not deleted yet', 'Try again'],
])('of %s it says "%s", and offers: %s', async (notice, message, remedy) => {
  const onAct = vi.fn();
  const { element } = show(createNoticeToolbar({ notice, onAct }));
  expect(element.textContent).toBe(message + remedy);
  await userEvent.click(button(remedy));
  expect(onAct).toHaveBeenCalledOnce();
});

test('where there is nothing to be done about it, it only says so', () => {
  const { element } = show(createNoticeToolbar({ notice: 'quoteCopied', onAct: vi.fn() }));
  expect(element.textContent).toBe('Quote copied');
  expect(screen.queryByRole('button')).toBeNull();
});
