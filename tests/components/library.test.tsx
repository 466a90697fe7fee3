// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { BinCard } from '../../components/bin-card.tsx';
import { BulkBar } from '../../components/bulk-bar.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { LibraryFrame } from '../../components/library-frame.tsx';
import { LibraryNote } from '../../components/library-note.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { TagDialog } from '../../components/tag-dialog.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { anAnnotation } from './builders.ts';

beforeAll(async () => {
  // It is loaded when it is first wanted, which may take longer than a test waits.
  await import('../../components/bulk-tags.tsx');
  // jsdom has dialogs, but none that open.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('the views are links that can be bookmarked, of which one is the page', async () => {
  const onView = vi.fn();
  const tabs = [
    { key: 'notes', label: 'Notes', count: 1234, search: '' },
    { key: 'bin', label: 'Bin', count: 0, search: '?view=bin' },
  ];
  render(
    <LibraryFrame tabs={tabs} current="notes" onView={onView}>
      …
    </LibraryFrame>,
  );
  const notes = screen.getByRole('link', { name: 'Notes 1,234' });
  expect(notes.getAttribute('aria-current')).toBe('page');
  const bin = screen.getByRole<HTMLAnchorElement>('link', { name: 'Bin' });
  expect(bin.getAttribute('href')).toBe('library.html?view=bin');
  await userEvent.click(bin);
  expect(onView).toHaveBeenCalledExactlyOnceWith('bin');
});

describe('the search', () => {
  test('hears every key, and says what it does not understand', async () => {
    const onQuery = vi.fn();
    render(<SearchField query="is" onQuery={onQuery} hints={['No such thing.']} />);
    const field = screen.getByRole('searchbox', { name: 'Search your notes' });
    await userEvent.type(field, ':');
    expect(onQuery).toHaveBeenCalledExactlyOnceWith('is:');
    const hints = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(hints?.textContent).toBe('No such thing.');
  });

  test('is cleared without losing the focus', async () => {
    const onQuery = vi.fn();
    render(<SearchField query="is" onQuery={onQuery} hints={[]} />);
    await userEvent.click(button('Clear the search'));
    expect(onQuery).toHaveBeenCalledExactlyOnceWith('');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });
});

test('a filter opens, is chosen from and closes; Escape closes it too', async () => {
  const onChoose = vi.fn();
  const onClear = vi.fn();
  render(
    <FilterBar
      status="3 notes"
      filters={[
        {
          key: 'kind',
          label: 'Kind',
          chosen: 'Question',
          items: [{ key: 'action', label: 'Action', count: 2, onChoose }],
          onClear,
        },
      ]}
      arrangements={[]}
    />,
  );
  expect(screen.getByRole('status').textContent).toBe('3 notes');
  const opener = button('Kind: Question');
  await userEvent.click(opener);
  expect(opener.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{Escape}');
  expect(opener.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(opener);
  await userEvent.click(button('Action 2'));
  expect(onChoose).toHaveBeenCalledOnce();
  expect(opener.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(opener);
  await userEvent.click(opener);
  await userEvent.click(button('Any'));
  expect(onClear).toHaveBeenCalledOnce();
});

test('a note is chosen by its box, and with Shift those up to it', async () => {
  const onSelect = vi.fn();
  const post = { title: 'One', href: 'https://www.elidedbranches.com/2015/03/one.html' };
  render(
    <LibraryNote name="Say no." post={post} isSelected={false} onSelect={onSelect}>
      …
    </LibraryNote>,
  );
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select: Say no.' });
  const user = userEvent.setup();
  await user.click(box);
  await user.keyboard('{Shift>}');
  await user.click(box);
  expect(onSelect.mock.calls).toEqual([[false], [true]]);
  expect(box.checked).toBe(false);
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'One' }).href).toBe(post.href);
});

describe('the bar for what is chosen', () => {
  test('is not there while nothing is', () => {
    render(<BulkBar count={0} total={3} onSelectAll={vi.fn()} onClear={vi.fn()} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('offers what can be done with notes', async () => {
    const acts = {
      onTag: vi.fn(),
      onUntag: vi.fn(),
      onColour: vi.fn(),
      onKind: vi.fn(),
      onDownload: vi.fn(),
      onCopy: vi.fn(),
      onExport: vi.fn(),
      onDelete: vi.fn(),
    };
    const onSelectAll = vi.fn();
    render(
      <BulkBar
        count={2}
        total={3}
        onSelectAll={onSelectAll}
        onClear={vi.fn()}
        edit={{ present: ['old'], known: ['hiring'], colourName: (colour) => colour, ...acts }}
      />,
    );
    await userEvent.click(button('Tags'));
    await userEvent.type(
      await screen.findByRole('combobox', { name: 'Tags to add' }),
      'hir{ArrowDown}{Enter}',
    );
    await userEvent.click(button('Add to the selected notes'));
    expect(acts.onTag).toHaveBeenCalledExactlyOnceWith(['hiring']);
    await userEvent.click(button('Tags'));
    await userEvent.click(button('old'));
    expect(acts.onUntag).toHaveBeenCalledExactlyOnceWith('old');
    await userEvent.click(button('Colour'));
    await userEvent.click(button('green'));
    expect(acts.onColour).toHaveBeenCalledExactlyOnceWith('green');
    await userEvent.click(button('Kind'));
    await userEvent.click(button('Question'));
    expect(acts.onKind).toHaveBeenCalledExactlyOnceWith('question');
    await userEvent.click(button('Delete'));
    expect(acts.onDelete).toHaveBeenCalledOnce();
    await userEvent.click(button('Select all 3'));
    expect(onSelectAll).toHaveBeenCalledOnce();
  });
});

describe('the tags', () => {
  const tags = [
    { value: 'hiring', count: 12 },
    { value: 'Meetings', count: 1 },
  ];
  const renderTags = () => {
    const acts = { onRename: vi.fn(), onRemove: vi.fn(), onClose: vi.fn() };
    render(<TagDialog tags={tags} {...acts} />);
    return acts;
  };
  const nameOf = (tag: string) => screen.getByRole('textbox', { name: `Name of the tag ${tag}` });

  test('are listed with how often they are used, and found by what is in them', async () => {
    renderTags();
    const list = within(screen.getByRole('list', { name: 'Tags' }));
    expect(list.getByText('12 notes')).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find' }), 'MEET');
    expect(list.getAllByRole('listitem')).toHaveLength(1);
  });

  test('are renamed; with the name of another one they are merged, as that is written', async () => {
    const { onRename } = renderTags();
    await userEvent.clear(nameOf('hiring'));
    await userEvent.type(nameOf('hiring'), 'interviews');
    await userEvent.click(button('Rename'));
    expect(onRename).toHaveBeenLastCalledWith('hiring', 'interviews');
    await userEvent.clear(nameOf('hiring'));
    await userEvent.type(nameOf('hiring'), 'meetings');
    await userEvent.click(button('Merge into “Meetings”'));
    expect(onRename).toHaveBeenLastCalledWith('hiring', 'Meetings');
  });

  test('are removed from all notes', async () => {
    const { onRemove } = renderTags();
    await userEvent.click(button('Remove the tag hiring from all notes'));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('hiring');
  });
});

test('a deleted note can come back or go for good', async () => {
  const acts = { onRestore: vi.fn(), onPurge: vi.fn() };
  const annotation = { ...anAnnotation({ note: 'mine' }), deleted: '2026-05-13T10:00:00.000Z' };
  render(<BinCard annotation={annotation} {...acts} />);
  expect(screen.getByRole('article').textContent).toContain('Deleted May 13, 2026');
  await userEvent.click(button('Restore'));
  await userEvent.click(button('Delete for good'));
  expect(acts.onRestore).toHaveBeenCalledOnce();
  expect(acts.onPurge).toHaveBeenCalledOnce();
});

test('what should not be done by mistake is done when it is confirmed, and only then', async () => {
  const acts = { onConfirm: vi.fn(), onClose: vi.fn() };
  render(<ConfirmDialog heading="Really?" text="It goes." action="Go" {...acts} />);
  expect(screen.getByRole('dialog', { name: 'Really?' })).toBeTruthy();
  await userEvent.click(button('Cancel'));
  expect(acts.onConfirm).not.toHaveBeenCalled();
  await userEvent.click(button('Go'));
  expect(acts.onConfirm).toHaveBeenCalledOnce();
  expect(acts.onClose).toHaveBeenCalledTimes(2);
});

test('long work says how far it is, and can be stopped', async () => {
  const onCancel = vi.fn();
  const { rerender } = render(
    <WorkProgress progress={{ done: 500, total: 2000 }} onCancel={onCancel} />,
  );
  expect(screen.getByRole('status').textContent).toBe('500 of 2,000 notes');
  await userEvent.click(button('Cancel'));
  expect(onCancel).toHaveBeenCalledOnce();
  rerender(<WorkProgress outcome="Nothing was changed." hasFailed onDismiss={vi.fn()} />);
  expect(screen.getByRole('alert').textContent).toBe('Nothing was changed.');
});
