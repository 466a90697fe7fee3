// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backups, type BackupsProps } from '../../components/backups.tsx';
import { LibraryBroken } from '../../components/library-broken.tsx';
import { RestoreDialog, type RestoreDialogProps } from '../../components/restore-dialog.tsx';
import { TroubleBar } from '../../components/trouble-bar.tsx';
import type { Snapshot } from '../../lib/storage/snapshot.ts';

const LAST: Snapshot = {
  number: 2,
  taken: '2026-11-23T09:30:00.000Z',
  size: 12_300,
  unpacked: 50_000,
  notes: 210,
  digest: 'b',
  pieces: 1,
};
const FIRST: Snapshot = { ...LAST, number: 1, taken: '2026-11-22T09:30:00.000Z', notes: 1 };
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

describe('the backups', () => {
  function draw(props: Partial<BackupsProps> = {}) {
    const acts = { onMake: vi.fn(), onRestore: vi.fn(), onSave: vi.fn(), onCopied: vi.fn() };
    render(
      <Backups
        snapshots={[LAST, FIRST]}
        hasFailed={false}
        isPersisted={undefined}
        isCopied={undefined}
        said={undefined}
        {...acts}
        {...props}
      />,
    );
    return acts;
  }

  test('are listed, newest first, with when they were made, how many notes and how large', () => {
    draw();
    const rows = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Nov 23, 2026.*210 notes, 12.3 kB/),
      expect.stringMatching(/Nov 22, 2026.*1 note, 12.3 kB/),
    ]);
    screen.getByText(/^The last one: Nov 23, 2026.*, 210 notes, 12.3 kB\.$/);
  });

  test('are copied to the downloads when the reader wants it, and has said yes to the browser', async () => {
    const { onCopied } = draw({ isCopied: false });
    const box = screen.getByRole('checkbox', { name: /^Save each backup in the downloads/ });
    await userEvent.click(box);
    expect(onCopied).toHaveBeenCalledWith(true);
    expect(box).toHaveProperty('checked', false);
    cleanup();
    draw({ isCopied: true });
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true);
  });

  test('can each be restored and saved, and say to a screen reader which one it is', async () => {
    const { onRestore, onSave, onMake } = draw();
    const [, second] = screen.getAllByRole('button', { name: 'Restore…' });
    if (!second) throw new Error('There is no second one');
    expect(second.getAttribute('aria-describedby')).toBeTruthy();
    await userEvent.click(second);
    expect(onRestore).toHaveBeenCalledWith(FIRST);
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Save as file' })[0] as HTMLElement,
    );
    expect(onSave).toHaveBeenCalledWith(LAST);
    await userEvent.click(button('Back up now'));
    expect(onMake).toHaveBeenCalled();
  });

  test('are waited for, missed, and said to be out of reach', () => {
    draw({ snapshots: undefined });
    screen.getByText('Looking for backups…');
    cleanup();
    draw({ snapshots: [] });
    screen.getByText(/^There is no backup yet/);
    cleanup();
    draw({ snapshots: undefined, hasFailed: true });
    screen.getByRole('alert');
  });

  test.each([
    [true, /has promised/],
    [false, /has not promised/],
  ])('what the browser answered (%s) is said', (isPersisted, sentence) => {
    draw({ isPersisted });
    screen.getByText(sentence);
  });
});

describe('restoring', () => {
  // jsdom knows the element, but not how to open it.
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
  });
  const REPORT = {
    missing: 2,
    changed: 1,
    same: 7,
    newer: 3,
    others: ['1 draft'],
    isNothing: false,
    isAnew: false,
  };
  function draw(props: Partial<RestoreDialogProps> = {}) {
    const acts = { onRestore: vi.fn(), onCancel: vi.fn(), onClose: vi.fn() };
    render(
      <RestoreDialog
        taken="Nov 23"
        report={REPORT}
        progress={undefined}
        outcome={undefined}
        hasFailed={false}
        {...acts}
        {...props}
      />,
    );
    return acts;
  }

  test('says first what it would do', async () => {
    const { onRestore } = draw();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '2 notes come back',
      '1 note becomes what it was',
      '1 draft',
      '7 notes are as they were',
      '3 notes were made since, and stay',
    ]);
    await userEvent.click(button('Restore'));
    expect(onRestore).toHaveBeenCalledOnce();
  });

  test('warns of a library that would be deleted', () => {
    draw({ report: { ...REPORT, isAnew: true } });
    screen.getByText(/^Your library cannot be opened\. Restoring deletes it/);
  });

  test('is not offered where there is nothing to do, nor before that is known, nor twice', async () => {
    draw({ report: { ...REPORT, missing: 0, changed: 0, others: [], isNothing: true } });
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
    cleanup();
    draw({ report: undefined });
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
    cleanup();
    const { onRestore } = draw({ progress: { done: 1, total: 2 } });
    await userEvent.click(button('Restore'));
    expect(onRestore).not.toHaveBeenCalled();
  });
});

describe('trouble', () => {
  test('is told in words, with the details behind them, and leaves when it is dismissed', async () => {
    const onCopy = vi.fn(async () => {});
    const onDismiss = vi.fn();
    render(
      <TroubleBar sentence="No room" details="QuotaExceededError" {...{ onCopy, onDismiss }} />,
    );
    expect(screen.getByRole('alert').textContent).toBe('No room');
    await userEvent.click(screen.getByText('Details'));
    await userEvent.click(button('Copy details'));
    expect(onCopy).toHaveBeenCalledWith('QuotaExceededError');
    await screen.findByText('Copied');
    await userEvent.click(button('Dismiss'));
    expect(onDismiss).toHaveBeenCalled();
  });

  test('that keeps the details from being copied is said, too', async () => {
    const onCopy = () => Promise.reject(new Error('not allowed'));
    render(<TroubleBar sentence="" details="" onCopy={onCopy} onDismiss={vi.fn()} />);
    await userEvent.click(screen.getByText('Details'));
    await userEvent.click(button('Copy details'));
    await screen.findByText('Could not be copied');
  });

  test('with the library leaves a way to save what can be read, or says that there is none', async () => {
    const onSave = vi.fn(() => Promise.reject(new Error('no')));
    render(<LibraryBroken sentence="It cannot be read." onSave={onSave} />);
    await userEvent.click(button('Save what can be read'));
    await screen.findByText(/^Nothing of it can be read/);
  });
});
