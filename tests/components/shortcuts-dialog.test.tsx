// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ShortcutsDialog } from '../../components/shortcuts-dialog.tsx';

beforeAll(() => {
  // jsdom has dialogs, but none that open.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

test('the keys are listed by where they work, and the list can be closed', async () => {
  const onClose = vi.fn();
  const sections = [
    { title: 'In the list', rows: [['e', 'Write a note'] as const] },
    { title: 'Elsewhere', rows: [['Esc', 'Cancel'] as const] },
  ];
  render(<ShortcutsDialog sections={sections} onClose={onClose} />);
  const dialog = within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  expect(dialog.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
    'In the list',
    'Elsewhere',
  ]);
  expect(dialog.getByText('Write a note').previousElementSibling?.textContent).toBe('e');
  await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
});
