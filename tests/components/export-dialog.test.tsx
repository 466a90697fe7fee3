// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExportChoice } from '../../components/export-choice.ts';
import { ExportDialog, type ExportDialogProps } from '../../components/export-dialog.tsx';

// jsdom draws no dialogs: this is as much of one as is needed.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
    this.querySelector('input')?.focus();
  };
});
afterEach(cleanup);

const CHOICE: ExportChoice = {
  scope: 'all',
  post: 'https://www.elidedbranches.com/2015/03/one.html',
  format: 'commonmark',
  way: 'file',
  labels: true,
  related: false,
};

function show(props: Partial<ExportDialogProps> = {}) {
  const callbacks = {
    onChoice: vi.fn(),
    onTemplates: vi.fn(),
    onFolder: vi.fn(),
    onExport: vi.fn(),
    onWrite: vi.fn(),
    onBack: vi.fn(),
    onCancel: vi.fn(),
    onClose: vi.fn(),
  };
  const all: ExportDialogProps = {
    choice: CHOICE,
    scopes: [
      { key: 'selected', label: 'What is selected', detail: '3' },
      { key: 'post', label: 'One post', detail: '5' },
      { key: 'all', label: 'Everything', detail: '12' },
    ],
    posts: [{ permalink: CHOICE.post, title: 'One' }],
    groups: [
      { label: 'Markdown', formats: [{ key: 'commonmark', label: 'Markdown' }] },
      { label: 'Other formats', formats: [{ key: 'html', label: 'HTML page' }] },
    ],
    hint: 'Plain CommonMark.',
    ways: [
      { key: 'file', label: 'One file' },
      { key: 'folder', label: 'A folder' },
    ],
    hasOptions: true,
    folder: undefined,
    canExport: true,
    plan: undefined,
    progress: undefined,
    outcome: undefined,
    hasFailed: false,
    ...callbacks,
    ...props,
  };
  const { rerender } = render(<ExportDialog {...all} />);
  return { ...callbacks, redraw: (more: object) => rerender(<ExportDialog {...all} {...more} />) };
}

const button = (name: string) => screen.getByRole('button', { name });
const radio = (name: RegExp) => screen.getByRole('radio', { name });

describe('the choices', () => {
  test('begin for the keyboard where one is chosen', () => {
    show();
    expect(document.activeElement).toBe(radio(/Everything/));
  });

  test('ask what, as what and to where, each by its name', async () => {
    const { onChoice } = show();
    const what = screen.getByRole('group', { name: 'What to export' });
    await userEvent.click(within(what).getByRole('radio', { name: /What is selected/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'HTML page');
    await userEvent.click(
      within(screen.getByRole('group', { name: 'Where to' })).getByRole('radio', {
        name: 'A folder',
      }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Labels of the posts' }));
    expect(onChoice.mock.calls).toEqual([
      [{ scope: 'selected' }],
      [{ format: 'html' }],
      [{ way: 'folder' }],
      [{ labels: false }],
    ]);
  });

  test('name the post only when one post is asked for', () => {
    const { redraw } = show();
    expect(screen.queryByRole('combobox', { name: 'Which post' })).toBeNull();
    redraw({ choice: { ...CHOICE, scope: 'post' } });
    expect(screen.getByRole('combobox', { name: 'Which post' })).toBeTruthy();
    expect(radio(/One post/)).toHaveProperty('checked', true);
  });

  test.each([
    ['file', undefined, 'Download'],
    ['copy', undefined, 'Copy'],
    ['folder', undefined, 'Choose a folder…'],
    ['folder', 'Vault', 'See what will change'],
  ] as const)('on the way to a %s with the folder %s lead to “%s”', async (way, folder, action) => {
    const { onExport } = show({ choice: { ...CHOICE, way }, folder });
    await userEvent.click(button(action));
    expect(onExport).toHaveBeenCalledOnce();
  });

  test('lead nowhere when there is nothing to export', async () => {
    const { onExport } = show({ canExport: false });
    await userEvent.click(button('Download'));
    expect(onExport).not.toHaveBeenCalled();
    expect(button('Download').ariaDisabled).toBe('true');
  });
});

describe('the work', () => {
  test('can be cancelled, and not begun twice', async () => {
    const { onCancel, onExport } = show({ progress: { done: 30, total: 120 } });
    expect(screen.getByRole('progressbar', { name: 'Progress' })).toHaveProperty('value', 30);
    await userEvent.click(button('Download'));
    await userEvent.click(button('Cancel'));
    expect(onExport).not.toHaveBeenCalled();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('is cancelled when the dialog is left', () => {
    const { onCancel, onClose } = show({ progress: { done: 1, total: 2 } });
    screen.getByRole('dialog').dispatchEvent(new Event('close'));
    expect(onCancel).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test.each([
    [false, 'status'],
    [true, 'alert'],
  ] as const)('says what came of it (failed: %s)', (hasFailed, role) => {
    show({ outcome: 'Here it is.', hasFailed });
    expect(screen.getByRole(role).textContent).toBe('Here it is.');
  });
});

describe('what will change in a folder', () => {
  const plan = {
    folder: 'Vault',
    unchanged: 4,
    files: [
      { name: 'New.md', isNew: true, added: 3, changed: 0, removed: 0, kept: 0 },
      { name: 'Old.md', isNew: false, added: 1, changed: 2, removed: 1, kept: 1 },
    ],
  };

  test('is told file by file, before anything is written', async () => {
    const { onWrite } = show({ plan });
    const heading = screen.getByRole('heading', { name: 'What will change in “Vault”' });
    expect(document.activeElement).toBe(heading);
    const files = within(screen.getByRole('list', { name: 'Files that will be written' }));
    expect(files.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'New.mdnew',
      'Old.md1 note added, 2 changed, 1 marked as removed, 1 kept as you edited it',
    ]);
    expect(screen.getByText('1 new file · 1 file changed · 4 files unchanged')).toBeTruthy();
    expect(onWrite).not.toHaveBeenCalled();
    await userEvent.click(button('Write these files'));
    expect(onWrite).toHaveBeenCalledOnce();
  });

  test('may be nothing', async () => {
    const { onWrite, onClose } = show({ plan: { ...plan, files: [] } });
    expect(screen.getByRole('heading', { name: 'Nothing will change in “Vault”' })).toBeTruthy();
    await userEvent.click(button('Close'));
    expect(onWrite).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('is left for the choices', async () => {
    const { onBack } = show({ plan });
    await userEvent.click(button('Back'));
    expect(onBack).toHaveBeenCalledOnce();
  });
});

test.each([
  ['the choices', {}],
  ['one post', { choice: { ...CHOICE, scope: 'post' as const } }],
  ['work', { progress: { done: 1, total: 2 } }],
  [
    'a plan',
    {
      plan: {
        folder: 'Vault',
        unchanged: 0,
        files: [{ name: 'A.md', isNew: true, added: 1, changed: 0, removed: 0, kept: 0 }],
      },
    },
  ],
])('%s can be used by everyone', async (_, props) => {
  show(props);
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
});
