// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SyncForm, type SyncFormProps } from '../../components/sync-form.tsx';
import { SyncPanel, type SyncPanelProps } from '../../components/sync-panel.tsx';
import { sayConnection, sayTrouble } from '../../components/sync-words.ts';
import type { SyncStatus } from '../../lib/sync/sync-state.ts';

afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });
const said = () => screen.getByRole('status').textContent ?? '';

describe('the form about a server', () => {
  function draw(props: Partial<SyncFormProps> = {}) {
    const acts = { onTest: vi.fn(), onTurnOn: vi.fn() };
    render(<SyncForm isBusy={false} outcome={undefined} {...acts} {...props} />);
    return acts;
  }
  const SERVER = 'Server’s address, as in https://couch.example.com:6984';
  const type = (label: string, text: string) =>
    userEvent.type(screen.getByLabelText(label, { exact: true }), text);
  async function fill() {
    await type(SERVER, ' https://couch.example/ ');
    await type('Database', 'my+notes');
    await type('User', ' reader ');
    await type('Password', ' as typed ');
  }

  test('makes of server and database one address, and leaves the password as it was typed', async () => {
    const { onTurnOn, onTest } = draw();
    await fill();
    await userEvent.click(button('Turn on'));
    expect(onTurnOn.mock.calls).toEqual([
      [{ address: 'https://couch.example/my%2Bnotes', user: 'reader', password: ' as typed ' }],
    ]);
    expect(onTest).not.toHaveBeenCalled();
  });

  test('tries a connection without turning sync on', async () => {
    const { onTurnOn, onTest } = draw();
    await fill();
    await userEvent.click(button('Test connection'));
    expect(onTest).toHaveBeenCalledOnce();
    expect(onTurnOn).not.toHaveBeenCalled();
  });

  test('wants a passphrase typed twice, since nobody can recover it', async () => {
    const { onTurnOn } = draw();
    await fill();
    const encryption = within(screen.getByRole('group', { name: 'Encryption, if you want it' }));
    encryption.getByText(/nobody can recover it/);
    await userEvent.type(encryption.getByLabelText('Passphrase'), 'once');
    await userEvent.type(encryption.getByLabelText('Passphrase again'), 'onc');
    await userEvent.click(button('Turn on'));
    expect(said()).toBe('The two passphrases are not the same.');
    expect(onTurnOn).not.toHaveBeenCalled();
    await userEvent.type(encryption.getByLabelText('Passphrase again'), 'e');
    await userEvent.click(button('Turn on'));
    expect(onTurnOn.mock.calls[0]?.[0]).toMatchObject({ passphrase: 'once' });
  });

  test('shows no password, and has no browser fill in one of another site', () => {
    draw();
    for (const label of ['Password', 'Passphrase', 'Passphrase again']) {
      const field = screen.getByLabelText(label, { exact: true });
      expect([field.getAttribute('type'), field.getAttribute('autocomplete')]).toEqual([
        'password',
        'new-password',
      ]);
    }
  });

  test('asks for what it cannot do without, and only once at a time', async () => {
    const { onTurnOn } = draw({ isBusy: true });
    expect(screen.getByLabelText('Database')).toHaveProperty('required', true);
    expect(screen.getByLabelText('Passphrase')).toHaveProperty('required', false);
    await fill();
    await userEvent.click(button('Turn on'));
    expect(onTurnOn).not.toHaveBeenCalled();
    expect(said()).toBe('Trying the connection…');
    expect(button('Turn on').getAttribute('aria-disabled')).toBe('true');
  });

  test('begins with what was set before, and says what came of the last attempt', () => {
    const known = { server: 'https://couch.example', database: 'notes', user: 'reader' };
    draw({ known, outcome: { text: 'The server has no room left.', isBad: true } });
    expect(screen.getByLabelText('User')).toHaveProperty('value', 'reader');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
    expect(said()).toBe('The server has no room left.');
  });
});

describe('what sync does', () => {
  const IDLE: SyncStatus = { is: 'idle', sent: 0, received: 0 };
  function draw(status: Partial<SyncStatus> = {}, props: Partial<SyncPanelProps> = {}) {
    const acts = {
      onSync: vi.fn(),
      onStop: vi.fn(),
      onTurnOff: vi.fn(),
      onRemove: vi.fn(),
      onKeep: vi.fn(),
    };
    const { waiting = 0, log = [] } = props.view ?? {};
    const given = {
      address: 'https://couch.example/notes',
      isEncrypted: true,
      ...acts,
      ...props,
      view: { waiting, log, status: { ...IDLE, ...status } },
    };
    render(<SyncPanel {...given} />);
    return acts;
  }
  const waiting = (count: number) => ({ view: { waiting: count, log: [], status: IDLE } });

  test.each([
    [{ is: 'idle' }, 'Sync is on'],
    [{ is: 'stopped' }, 'Stopped; the next sync goes on from here'],
    [{ is: 'offline', why: 'slow' }, 'The server did not answer in time.'],
    [{ is: 'attention', why: 'password' }, 'The server does not accept this user and password.'],
    [{ is: 'syncing', sent: 1200, received: 3 }, 'Syncing: 1,200 sent, 3 received'],
  ] as const)('%j is said in words', (status, words) => {
    draw(status);
    expect(said()).toContain(words);
  });

  test('is told with the last success, and with what waits', () => {
    draw({ lastSuccess: '2026-11-20T08:10:00.000Z' }, waiting(3));
    expect(said()).toMatch(/Last success: Nov 20, 2026.*3 notes wait to be sent\./);
    cleanup();
    draw();
    expect(said()).toMatch(/There has been no success yet\..*Nothing waits to be sent\./);
  });

  test('stands beside where it syncs to, and whether that can be read there', () => {
    draw();
    screen.getByText('https://couch.example/notes');
    screen.getByText('encrypted with your passphrase');
    cleanup();
    draw({}, { isEncrypted: false });
    screen.getByText('not encrypted: who runs the server can read it');
  });

  test('is begun, and turned off, by a button; while it runs it is stopped by one', async () => {
    const { onSync, onTurnOff } = draw();
    await userEvent.click(button('Sync now'));
    await userEvent.click(button('Turn off'));
    expect([onSync.mock.calls.length, onTurnOff.mock.calls.length]).toEqual([1, 1]);
    cleanup();
    const { onStop } = draw({ is: 'syncing' });
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    await userEvent.click(button('Stop'));
    expect(onStop).toHaveBeenCalledOnce();
  });

  test('shows how far it is when it is long: of what is sent, and of what the server says', () => {
    draw({ is: 'syncing', sent: 300, received: 100 }, waiting(600));
    expect(screen.getByRole('progressbar')).toMatchObject({ value: 400, max: 1000 });
    cleanup();
    draw({ is: 'syncing', received: 100, toReceive: 900 });
    expect(screen.getByRole('progressbar')).toMatchObject({ value: 100, max: 1000 });
    cleanup();
    draw({ is: 'syncing', received: 100 });
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
    cleanup();
    draw({ is: 'syncing', sent: 1 }, waiting(3));
    expect(screen.queryByRole('progressbar')).toBeNull();
    cleanup();
    draw({ sent: 500 });
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('asks before much is removed, and says how much', async () => {
    const { onKeep, onRemove } = draw({ is: 'attention', why: 'removes', count: 24 });
    const question = within(screen.getByRole('alert'));
    question.getByText(/^This sync would remove 24 notes/);
    await userEvent.click(question.getByRole('button', { name: 'Keep' }));
    expect([onKeep.mock.calls.length, onRemove.mock.calls.length]).toEqual([1, 0]);
    await userEvent.click(question.getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledOnce();
  });

  test('has a log, the newest first', async () => {
    const log = [
      { at: '2026-11-19T21:40:00.000Z', what: 'done', sent: 3, received: 0 },
      { at: '2026-11-20T08:09:00.000Z', what: 'merged', count: 2 },
      { at: '2026-11-20T08:10:00.000Z', what: 'skipped', count: 1 },
      { at: '2026-11-20T19:02:00.000Z', what: 'fault', why: 'full' },
    ] as const;
    draw({}, { view: { waiting: 0, log, status: IDLE } });
    await userEvent.click(screen.getByText('Log'));
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(/Nov 20, 2026.*The server has no room left\./),
      expect.stringContaining('1 document that is not Waymark’s was left alone'),
      expect.stringContaining('2 notes that were changed in two places were each made one'),
      expect.stringContaining('3 sent, 0 received'),
    ]);
    cleanup();
    draw();
    screen.getByText('Nothing has been sent or received yet.');
  });
});

test('a connection that works says what the database holds, and whether it is encrypted', () => {
  expect(sayConnection({ is: 'good', documents: 1, isEncrypted: false })).toBe(
    'The connection works. The database holds 1 document.',
  );
  expect(sayConnection({ is: 'good', documents: 2, isEncrypted: true })).toBe(
    'The connection works. The database holds 2 documents. It is encrypted, and the passphrase is the right one.',
  );
});

test('each thing that can be wrong with a connection has words of its own', () => {
  const faults = ['no-address', 'not-secure', 'unreachable', 'cors', 'password', 'no-database'];
  const words = [...faults, 'not-couchdb', 'forbidden', 'full', 'wrong-passphrase'] as const;
  const sentences = words.map((fault) => sayTrouble(fault as Parameters<typeof sayTrouble>[0]));
  expect(new Set(sentences).size).toBe(words.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
