import type { Driver } from '../driver/driver.ts';
import type { Surface } from '../driver/surface.ts';
import { waitFor } from '../driver/wait.ts';
import { filled, PAGE, type View } from './stage.ts';

const button = (name: string) => ({ role: 'button', name }) as const;

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
