// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PageFoot, type PageFootProps } from '../../components/page-foot.tsx';
import { UndoBar } from '../../components/undo-bar.tsx';

afterEach(cleanup);

function renderFoot(exporting: Partial<PageFootProps['exporting']> = {}) {
  const callbacks = { onCopy: vi.fn(), onExport: vi.fn() };
  render(
    <PageFoot exporting={{ canCopy: true, ...callbacks, ...exporting }} onLibrary={vi.fn()} />,
  );
  return callbacks;
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('copies at once, and leaves files and choices to the export', async () => {
  const { onCopy, onExport } = renderFoot();
  await userEvent.click(button('Copy as Markdown'));
  expect(onCopy).toHaveBeenCalledOnce();
  expect(onExport).not.toHaveBeenCalled();
  await userEvent.click(button('Export…'));
  expect(onExport).toHaveBeenCalledOnce();
});

test('copies nothing where there is nothing', () => {
  renderFoot({ canCopy: false });
  expect(button('Copy as Markdown').disabled).toBe(true);
});

test.each([
  ['copied', 'Copied.'],
  ['failed', 'That did not work. Please try again.'],
] as const)('says when it is %s', (status, sentence) => {
  renderFoot({ status });
  expect(screen.getByRole('status').textContent).toBe(sentence);
});

test('has its live region before there is anything to say', () => {
  renderFoot();
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
