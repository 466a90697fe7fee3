// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BrowserShortcuts } from '../../components/browser-shortcuts.tsx';
import { ColourNames } from '../../components/colour-names.tsx';
import { DataSummary } from '../../components/data-summary.tsx';
import { EraseEverything } from '../../components/erase-everything.tsx';
import { SettingsPage } from '../../components/settings-page.tsx';

afterEach(cleanup);

test('the settings have a way to each section, which is named by its title', () => {
  render(<SettingsPage sections={[{ id: 'a', title: 'Backup', body: <p>Nothing yet</p> }]} />);
  expect(screen.getByRole('link', { name: 'Backup' })).toHaveProperty('hash', '#a');
  const section = screen.getByRole('region', { name: 'Backup' });
  expect(section.id).toBe('a');
  within(section).getByText('Nothing yet');
});

describe('the names of colours', () => {
  test('are told as they are typed, without the spaces around them', async () => {
    const onNames = vi.fn();
    render(<ColourNames names={{ blue: 'try this' }} longest={40} onNames={onNames} />);
    expect(screen.getByLabelText('Blue')).toHaveProperty('value', 'try this');
    await userEvent.type(screen.getByLabelText('Pink'), 'no ');
    expect(onNames).toHaveBeenLastCalledWith({ blue: 'try this', pink: 'no' });
    expect(screen.getByLabelText('Pink')).toHaveProperty('value', 'no ');
  });

  test('are shown in their colour, and the colour’s own name where there is none', async () => {
    render(<ColourNames names={{ blue: 'try this' }} longest={40} onNames={() => {}} />);
    expect(screen.getByText('try this').dataset.colour).toBe('blue');
    await userEvent.clear(screen.getByLabelText('Blue'));
    expect(screen.queryByText('try this')).toBeNull();
    expect(screen.getAllByText('Blue').map(({ dataset }) => dataset.colour)).toContain('blue');
  });

  test('are all taken away at once', async () => {
    const onNames = vi.fn();
    render(<ColourNames names={{ blue: 'a', pink: 'b' }} longest={40} onNames={onNames} />);
    await userEvent.click(screen.getByRole('button', { name: 'Use the colours’ own names' }));
    expect(onNames).toHaveBeenLastCalledWith({});
    expect(screen.getByLabelText('Blue')).toHaveProperty('value', '');
  });

  test('can be had back after that, and those given since stay', async () => {
    const onNames = vi.fn();
    render(<ColourNames names={{ blue: 'a', pink: 'b' }} longest={40} onNames={onNames} />);
    const reset = screen.getByRole('button', { name: 'Use the colours’ own names' });
    await userEvent.click(reset);
    await userEvent.type(screen.getByRole('textbox', { name: 'Pink' }), 'c');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onNames).toHaveBeenLastCalledWith({ blue: 'a', pink: 'c' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(document.activeElement).toBe(reset);
  });
});

describe('the shortcuts', () => {
  test('are listed with their keys, one by one, or as not set', () => {
    const shortcuts = [
      { name: 'a', description: 'Read', keys: 'Alt+Shift+K' },
      { name: 'b', description: 'Add', keys: 'Ctrl++' },
      { name: 'c', description: 'Next', keys: '' },
    ];
    render(<BrowserShortcuts shortcuts={shortcuts} onChange={() => {}} />);
    const keys = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(keys).toEqual(['Alt + Shift + K', 'Ctrl + +', 'not set']);
  });

  test('say where they are when the browser does not show them', () => {
    render(<BrowserShortcuts shortcuts={[]} onChange={() => {}} isRefused />);
    expect(screen.getByRole('status').textContent).toMatch('under Extensions');
  });
});

describe('the summary of the data', () => {
  const counts = { annotations: 12_345, deleted: 1, posts: 200, readings: 30 };
  const amounts = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

  test('counts what there is, as the language writes numbers', () => {
    render(<DataSummary counts={counts} space={2_345_678} />);
    expect(amounts()).toEqual(['12,345', '1', '200', '30', '2.35 MB']);
  });

  test('writes sizes in the unit they have at least one of', () => {
    for (const [space, written] of [
      [0, '0 byte'],
      [999, '999 byte'],
      [1000, '1 kB'],
      [5e13, '50,000 GB'],
    ] as const) {
      render(<DataSummary counts={counts} space={space} />);
      expect(amounts().at(-1)).toBe(written);
      cleanup();
    }
  });

  test('waits for the numbers', () => {
    render(<DataSummary counts={undefined} space={undefined} />);
    expect(amounts().slice(0, 4)).toEqual(['…', '…', '…', '…']);
  });
});

describe('deleting everything', () => {
  // jsdom knows the element, but not how to open it.
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });
  const button = (name: string) => screen.getByRole('button', { name });
  const open = () => userEvent.click(button('Delete everything…'));

  test('says how much would go, and does nothing until the word is typed', async () => {
    const onErase = vi.fn(async () => {});
    render(<EraseEverything notes={1} onErase={onErase} />);
    await open();
    screen.getByText(/^1 note with/);
    await userEvent.click(button('Delete everything'));
    await userEvent.type(screen.getByLabelText('To go on, type “delete”'), 'delet');
    await userEvent.click(button('Delete everything'));
    expect(onErase).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('To go on, type “delete”'), 'e');
    await userEvent.click(button('Delete everything'));
    expect(onErase).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toBe('Everything has been deleted.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks for the word again the next time', async () => {
    const onErase = vi.fn(async () => {});
    render(<EraseEverything notes={3} onErase={onErase} />);
    await open();
    await userEvent.type(screen.getByLabelText('To go on, type “delete”'), 'delete');
    await userEvent.click(button('Keep everything'));
    await open();
    expect(screen.getByLabelText('To go on, type “delete”')).toHaveProperty('value', '');
    expect(onErase).not.toHaveBeenCalled();
  });

  test('says when it could not be done', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    render(<EraseEverything notes={3} onErase={() => Promise.reject(new Error('No'))} />);
    await open();
    await userEvent.type(screen.getByLabelText('To go on, type “delete”'), 'DELETE{Enter}');
    expect(screen.getByRole('status').textContent).toMatch('Everything is still here');
  });
});
