import type { Driver } from '../driver/driver.ts';
import type { Surface } from '../driver/surface.ts';
import { waitFor } from '../driver/wait.ts';
import { filled, PAGE, type View } from './stage.ts';

const button = (name: string) => ({ role: 'button', name }) as const;

/** What sync has done in the last days. */
const SYNC_LOG = [
  { at: '2026-11-19T21:40:00.000Z', what: 'done', sent: 3, received: 0 },
  { at: '2026-11-20T08:09:00.000Z', what: 'merged', count: 2 },
  { at: '2026-11-20T08:10:00.000Z', what: 'done', sent: 2, received: 5 },
  { at: '2026-11-20T19:02:00.000Z', what: 'fault', why: 'offline' },
];

/** Sync as it stands in the settings, when it has been on for a while. */
async function openSync(waymark: Driver, status: object, ...texts: string[]): Promise<Surface> {
  const value = { lastSuccess: '2026-11-20T08:10:00.000Z', ...status };
  await waymark.keep({
    syncState: [
      { key: 'status', value },
      { key: 'log', value: SYNC_LOG },
    ],
  });
  const before = await waymark.openOwnPage('options.html#sync');
  await before.evaluate(writeServer);
  await before.close();
  const options = await waymark.openOwnPage('options.html#sync');
  await filled(options, 'Alt', 'https://couch.example', ...texts);
  return options;
}

/** Run in a page of Waymark's: note a server that nobody asks. */
async function writeServer(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('sync', { create: true });
  const file = await (await folder.getFileHandle('sync', { create: true })).createWritable();
  const address = 'https://couch.example:6984/userdb-726561646572';
  await file.write(JSON.stringify({ address, user: 'reader', password: 'a password' }));
  await file.close();
}

/** The settings, the first page, and what is said of privacy. */
export const SETTINGS: readonly View[] = [
  { name: 'options', ...PAGE, open: ({ waymark }) => openOptions(waymark) },
  {
    name: 'options-erase',
    ...PAGE,
    open: async ({ waymark }) => {
      const options = await openOptions(waymark);
      await options.click(button('Delete everything…'));
      return filled(options, 'Delete everything?');
    },
  },
  {
    name: 'options-restore',
    ...PAGE,
    open: async ({ waymark }) => {
      const options = await openOptions(waymark);
      await options.click(button('Back up now'));
      await waitFor('a backup of what is here', async () =>
        /Backed up\.|Nothing has changed|Gesichert\.|hat sich nichts geändert/.test(
          await options.text(),
        ),
      );
      await options.click(button('Restore…'));
      return filled(options, 'Everything is here');
    },
  },
  {
    name: 'sync',
    ...PAGE,
    open: async ({ waymark }) => {
      const status = { is: 'attention', why: 'removes', count: 24, sent: 0, received: 24 };
      const asks = 'This sync would remove 24 notes';
      const options = await openSync(waymark, { ...status, toSend: 1 }, asks);
      await options.evaluate(() => {
        for (const details of document.querySelectorAll('.sync-log')) {
          (details as HTMLDetailsElement).open = true;
        }
      });
      return filled(options, 'were each made one');
    },
  },
  {
    name: 'sync-running',
    ...PAGE,
    open: ({ waymark }) => {
      const status = { is: 'syncing', sent: 1200, received: 340, toSend: 8460 };
      return openSync(waymark, status, 'Last success');
    },
  },
  {
    name: 'trouble',
    ...PAGE,
    open: async ({ waymark }) => {
      const options = await openOptions(waymark);
      await options.evaluate(() => {
        setTimeout(() => {
          throw new DOMException('The disk is full', 'QuotaExceededError');
        });
      });
      return filled(options, 'There is no room left');
    },
  },
  { name: 'welcome', ...PAGE, open: ({ waymark }) => openWelcome(waymark) },
  {
    name: 'privacy',
    ...PAGE,
    open: async ({ waymark }) =>
      filled(await waymark.openOwnPage('privacy.html'), 'What a page can see', 'alarms'),
  },
  {
    name: 'welcome-note',
    ...PAGE,
    open: async ({ waymark }) => {
      const welcome = await openWelcome(waymark);
      await welcome.click(button('Select a sentence for me'));
      await waitFor('the toolbar beside the page', () =>
        welcome.evaluate(() => document.documentElement.lastElementChild !== document.body),
      );
      await welcome.press('n');
      return filled(welcome, 'Your note');
    },
  },
];

async function openOptions(waymark: Driver): Promise<Surface> {
  const options = await waymark.openOwnPage('options.html');
  return filled(options, 'Alt', 'Delete everything…', 'Notes and');
}

async function openWelcome(waymark: Driver): Promise<Surface> {
  return filled(await waymark.openOwnPage('welcome.html'), 'Try it here', 'Keep it at hand');
}
