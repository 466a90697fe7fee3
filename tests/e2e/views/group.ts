import type { Driver } from '../driver/driver.ts';
import { filled, PAGE, POPUP, SHOWN_NOTE, type View } from './stage.ts';

const button = (name: string) => ({ role: 'button', name }) as const;

const SOURCE = 'https://www.elidedbranches.com/2014/02/feedback-in-small-coins.html';

/** What two others in the reader's group have written about the post. */
const OTHERS = [
  [
    'Priya',
    'feedback is a currency',
    '2026-11-18T19:20:00.000Z',
    'A currency *inflates*, too: praise for everything is praise for nothing.',
  ],
  [
    'Tomasz Wiśniewski',
    'A small coin is an observation',
    '2026-11-19T06:45:00.000Z',
    'For Thursday: who has tried this **in writing**?',
  ],
] as const;

/** The reader is in a group, in which others share something. */
async function joinGroup(waymark: Driver): Promise<void> {
  const status = { is: 'idle', sent: 0, received: 2, lastSuccess: '2026-11-20T08:10:00.000Z' };
  await waymark.keep({
    groupState: [
      { key: 'on', value: { member: 'a'.repeat(32) } },
      { key: 'status', value: status },
    ],
    groupNotes: OTHERS.map(([author, passage, at, value], index) => {
      const id = `0197a000-0000-7000-8000-00000000000${index}`;
      return {
        id: `${id}.${'b'.repeat(32)}`,
        author,
        annotation: {
          id,
          motivation: 'commenting',
          target: {
            source: SOURCE,
            selector: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
            passage,
          },
          body: { type: 'TextualBody', format: 'text/markdown', value },
          created: at,
          modified: at,
        },
      };
    }),
  });
}

/** Run in a page of Waymark's: note a group that nobody asks. */
async function writeGroup(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('sync', { create: true });
  const file = await (await folder.getFileHandle('group', { create: true })).createWritable();
  const address = 'https://couch.example:6984/managers-who-read';
  const who = { user: 'reader', password: 'a password', name: 'Jo', member: 'a'.repeat(32) };
  await file.write(JSON.stringify({ address, ...who }));
  await file.close();
}

/** What is seen of a reading group. They come last: who is in a group sees it everywhere. */
export const GROUP: readonly View[] = [
  {
    name: 'group-join',
    ...PAGE,
    open: async ({ waymark }) => {
      const options = await waymark.openOwnPage('options.html#group-title');
      return filled(options, 'Alt', 'Your name, as the others see it');
    },
  },
  {
    name: 'group',
    ...PAGE,
    open: async ({ waymark }) => {
      await joinGroup(waymark);
      const before = await waymark.openOwnPage('options.html#group-title');
      await before.evaluate(writeGroup);
      await before.close();
      const options = await waymark.openOwnPage('options.html#group-title');
      return filled(options, 'Alt', 'couch.example', 'You are in the group');
    },
  },
  {
    name: 'group-popup',
    ...POPUP,
    open: async ({ waymark, post }) => {
      await joinGroup(waymark);
      const popup = await filled(await waymark.openPopup(post), SHOWN_NOTE, 'praise for nothing');
      if (!(await popup.text()).includes('Shared')) {
        await popup.click(button('Share with the group'));
      }
      await popup.evaluate(() => document.querySelector('.group-notes')?.scrollIntoView());
      return filled(popup, 'Shared');
    },
  },
];
