// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ExportMenu, type ExportMenuProps } from '../../components/export-menu.tsx';
import { UndoBar } from '../../components/undo-bar.tsx';

afterEach(cleanup);

function renderMenu(props: Partial<ExportMenuProps> = {}) {
  const callbacks = { onCopy: vi.fn(), onDownload: vi.fn() };
  render(<ExportMenu canExportPost {...callbacks} {...props} />);
  return callbacks;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('takes this post away unless everything is asked for', async () => {
  const { onCopy, onDownload } = renderMenu();
  await userEvent.click(button('Copy'));
  await userEvent.click(screen.getByRole('radio', { name: 'Everything' }));
  await userEvent.click(button('Download'));
  expect(onCopy).toHaveBeenCalledExactlyOnceWith('post');
  expect(onDownload).toHaveBeenCalledExactlyOnceWith('all');
});

test('takes everything where there is no post', async () => {
  const { onCopy } = renderMenu({ canExportPost: false });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'This post' }).disabled).toBe(true);
  await userEvent.click(button('Copy'));
  expect(onCopy).toHaveBeenCalledExactlyOnceWith('all');
});

test('offers nothing where there is nothing', () => {
  renderMenu({ canExportPost: false, canExportAll: false });
  expect(button('Copy').disabled).toBe(true);
  expect(button('Download').disabled).toBe(true);
});

test.each([
  ['copied', 'Copied.'],
  ['downloaded', 'Downloaded.'],
  ['failed', 'That did not work. Please try again.'],
] as const)('says when it is %s', (status, sentence) => {
  renderMenu({ status });
  expect(screen.getByRole('status').textContent).toBe(sentence);
});

test('has its live region before there is anything to say', () => {
  renderMenu();
  expect(screen.getByRole('status').textContent).toBe('');
});

test('undoes, or lets the matter rest', async () => {
  const callbacks = { onUndo: vi.fn(), onDismiss: vi.fn() };
  const { rerender } = render(<UndoBar message={undefined} {...callbacks} />);
  const region = screen.getByRole('status');
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<UndoBar message="Highlight deleted" {...callbacks} />);
  expect(region.isConnected).toBe(true);
  expect(region.textContent).toBe('Highlight deleted');
  await userEvent.click(button('Undo'));
  await userEvent.click(button('Dismiss'));
  expect(callbacks.onUndo).toHaveBeenCalledOnce();
  expect(callbacks.onDismiss).toHaveBeenCalledOnce();
});
