// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { NoticeToolbar } from '../../components/notice-toolbar.tsx';
import {
  SelectionToolbar,
  type SelectionToolbarProps,
} from '../../components/selection-toolbar.tsx';

afterEach(cleanup);

function renderToolbar(props: Partial<SelectionToolbarProps> = {}) {
  const callbacks = {
    onColour: vi.fn(),
    onHighlight: vi.fn(),
    onNote: vi.fn(),
    onDelete: vi.fn(),
    onClose: vi.fn(),
  };
  render(<SelectionToolbar mode="selection" colour="yellow" {...callbacks} {...props} />);
  return callbacks;
}

const button = (name: string) => screen.getByRole('button', { name });
const COLOURS = ['Yellow', 'Green', 'Blue', 'Pink', 'Purple'];
const names = () =>
  screen.getAllByRole('button').map((b) => b.getAttribute('aria-label') ?? b.textContent);

test('offers to highlight and to note a selection', async () => {
  const { onHighlight, onNote, onDelete, onClose } = renderToolbar();
  expect(screen.getByRole('toolbar', { name: 'Waymark' })).toBeTruthy();
  expect(names()).toEqual(['Highlight', ...COLOURS, 'Note', 'Close']);
  await userEvent.click(button('Highlight'));
  await userEvent.click(button('Note'));
  await userEvent.click(button('Close'));
  expect(onHighlight).toHaveBeenCalledOnce();
  expect(onNote).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
  expect(onDelete).not.toHaveBeenCalled();
});

test('offers to note and to delete a highlight', async () => {
  const { onDelete } = renderToolbar({ mode: 'highlight', onClose: undefined });
  expect(names()).toEqual([...COLOURS, 'Add note', 'Delete']);
  await userEvent.click(button('Delete'));
  expect(onDelete).toHaveBeenCalledOnce();
});

test('highlights a selection in the colour that is chosen, and says nothing of a state', async () => {
  const { onColour, onHighlight } = renderToolbar({ colour: 'pink' });
  for (const name of COLOURS) expect(button(name).getAttribute('aria-pressed')).toBeNull();
  await userEvent.click(button('Blue'));
  expect(onColour).toHaveBeenCalledExactlyOnceWith('blue');
  expect(onHighlight).not.toHaveBeenCalled();
});

test('shows the colour of a highlight, and the one it is changed to', async () => {
  const { onColour } = renderToolbar({ mode: 'highlight', colour: 'green' });
  const pressed = () => screen.getAllByRole('button', { pressed: true }).map((b) => b.ariaLabel);
  expect(pressed()).toEqual(['Green']);
  await userEvent.click(button('Purple'));
  expect(onColour).toHaveBeenCalledExactlyOnceWith('purple');
  expect(pressed()).toEqual(['Purple']);
});

test('knows a highlight that has a note', () => {
  renderToolbar({ mode: 'highlight', hasNote: true });
  expect(button('Edit note')).toBeTruthy();
});

test('tells its keys', () => {
  renderToolbar();
  const keys = screen
    .getAllByRole('button')
    .filter((b) => b.hasAttribute('aria-keyshortcuts'))
    .map((b) => [b.getAttribute('aria-keyshortcuts'), b.title]);
  expect(keys).toEqual([
    ['h', 'Highlight (h)'],
    ['n', 'Note (n)'],
    ['Escape', 'Close (Esc)'],
  ]);
});

test('is one stop for Tab, and arrows move within it', async () => {
  renderToolbar();
  await userEvent.tab();
  expect(document.activeElement).toBe(button('Highlight'));
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(button('Yellow'));
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(button('Close'));
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(button('Highlight'));
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement).toBe(button('Note'));
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(button('Note'));
  await userEvent.keyboard('{Home}');
  expect(document.activeElement).toBe(button('Highlight'));
});

test('closes with Escape', async () => {
  const { onClose } = renderToolbar();
  await userEvent.tab();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('a press leaves the selection in the page as it is', () => {
  renderToolbar();
  expect(fireEvent.mouseDown(button('Highlight'))).toBe(false);
});

test.each([
  ['Highlight deleted', 'Undo'],
  ['Highlight and note deleted', 'Undo'],
  ['Not saved yet', 'Try again'],
  ['Not deleted yet', 'Try again'],
] as const)('says "%s", and offers: %s', async (message, remedy) => {
  const onAct = vi.fn();
  render(<NoticeToolbar message={message} onAct={onAct} />);
  expect(screen.getByRole('status').textContent).toBe(message);
  await userEvent.click(button(remedy));
  expect(onAct).toHaveBeenCalledOnce();
});
