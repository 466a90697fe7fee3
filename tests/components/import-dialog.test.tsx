// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ImportDialog, type ImportDialogProps } from '../../components/import-dialog.tsx';
import { TemplateDialog, type TemplateDialogProps } from '../../components/template-dialog.tsx';

// jsdom draws no dialogs: this is as much of one as is needed.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(cleanup);

const REPORT = {
  name: 'notes.csv',
  format: 'Readwise CSV',
  added: 2,
  changed: 1,
  same: 3,
  others: ['4 posts'],
  refused: ['1 note is not on a post of this blog. (no. 7)'],
  isNothing: false,
};

function showImport(props: Partial<ImportDialogProps> = {}) {
  const callbacks = { onFile: vi.fn(), onImport: vi.fn(), onCancel: vi.fn(), onClose: vi.fn() };
  render(
    <ImportDialog
      report={undefined}
      progress={undefined}
      outcome={undefined}
      hasFailed={false}
      {...callbacks}
      {...props}
    />,
  );
  return callbacks;
}

const button = (name: string) => screen.getByRole('button', { name });

test('a file is handed on, and can be chosen again', async () => {
  const { onFile } = showImport();
  const field = screen.getByLabelText<HTMLInputElement>('File to import');
  const file = new File(['{}'], 'notes.json', { type: 'application/json' });
  await userEvent.upload(field, file);
  expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
});

test('says what would be done, and what would not and why, before it is done', async () => {
  const { onImport } = showImport({ report: REPORT });
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: 'What “notes.csv” would bring' }),
  );
  const items = (name: string) =>
    within(screen.getByRole('list', { name }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  expect(items('What the file holds')).toEqual([
    '2 new notes',
    '1 note that is newer in the file',
    '3 notes that are already here',
    '4 posts',
  ]);
  expect(items('Left out')).toEqual(REPORT.refused);
  expect(onImport).not.toHaveBeenCalled();
  await userEvent.click(button('Import'));
  expect(onImport).toHaveBeenCalledOnce();
});

test('of a file that holds nothing new there is nothing to import', () => {
  showImport({ report: { ...REPORT, added: 0, changed: 0, others: [], isNothing: true } });
  expect(screen.getByRole('heading', { name: /There is nothing to do/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
});

test('a file that cannot be read gets its sentence, and another can be chosen', () => {
  showImport({ outcome: 'The file is empty.', hasFailed: true });
  expect(screen.getByRole('alert').textContent).toBe('The file is empty.');
  expect(screen.getByLabelText('Another file')).toBeTruthy();
});

test('reading can be cancelled', async () => {
  const { onCancel } = showImport({ progress: { done: 1, total: 2 } });
  await userEvent.click(button('Cancel'));
  expect(onCancel).toHaveBeenCalledOnce();
});

function showTemplates(props: Partial<TemplateDialogProps> = {}) {
  const callbacks = { onCurrent: vi.fn(), onCopy: vi.fn(), onClose: vi.fn() };
  const edit = { onName: vi.fn(), onSource: vi.fn(), onDelete: vi.fn() };
  render(
    <TemplateDialog
      templates={[
        { id: 'handout', name: 'Handout', isOwn: false },
        { id: 'mine', name: 'Mine', isOwn: true },
      ]}
      current="mine"
      name="Mine"
      source="{{ today }}"
      edit={edit}
      preview="2026-11-23"
      fault={undefined}
      {...callbacks}
      {...props}
    />,
  );
  return { ...callbacks, ...edit };
}

test('a template of one’s own is written beside what it makes', async () => {
  const { onSource, onName, onDelete, onCurrent } = showTemplates();
  await userEvent.type(screen.getByRole('textbox', { name: 'Template' }), '!');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '!');
  await userEvent.click(button('Delete this template'));
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Which template' }),
    'Handout',
  );
  expect(onSource).toHaveBeenLastCalledWith('{{ today }}!');
  expect(onName).toHaveBeenLastCalledWith('Mine!');
  expect(onDelete).toHaveBeenCalledOnce();
  expect(onCurrent).toHaveBeenCalledWith('handout');
  expect(
    within(screen.getByRole('region', { name: 'What it makes of your notes' })).getByText(
      '2026-11-23',
    ),
  ).toBeTruthy();
});

test('one of Waymark’s can be read and copied, and not changed', async () => {
  const { onCopy } = showTemplates({ current: 'handout', edit: undefined });
  expect(screen.getByRole('textbox', { name: 'Template' })).toHaveProperty('readOnly', true);
  expect(screen.queryByRole('button', { name: 'Delete this template' })).toBeNull();
  await userEvent.click(button('Copy as a template of my own'));
  expect(onCopy).toHaveBeenCalledOnce();
});

test('what is wrong with a template is said where it is written', () => {
  showTemplates({ fault: 'Line 1 of the template cannot be used: no such filter' });
  const field = screen.getByRole('textbox', { name: 'Template' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const said = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(said?.textContent).toContain('no such filter');
});

test('what a template makes is text, whatever it looks like', () => {
  showTemplates({ preview: '<img src=x onerror=alert(1)>' });
  expect(document.querySelector('img')).toBeNull();
});

test.each([
  ['the field', () => showImport()],
  ['the report', () => showImport({ report: REPORT })],
  ['a fault', () => showImport({ outcome: 'The file is empty.', hasFailed: true })],
  ['a template of one’s own', () => showTemplates()],
  ['one of Waymark’s', () => showTemplates({ edit: undefined, fault: 'No.' })],
])('%s can be used by everyone', async (_, draw) => {
  draw();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations).toEqual([]);
});
