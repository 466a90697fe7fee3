import type { Driver } from '../driver/driver.ts';
import type { Surface } from '../driver/surface.ts';
import { waitFor } from '../driver/wait.ts';
import { ACTION, QUESTION } from './records.ts';
import { filled, PANEL, POPUP, SHOWN_NOTE, type View } from './stage.ts';

const SEARCH = { role: 'searchbox', name: 'Search everything' } as const;
const POST_NOTE = { role: 'textbox', name: 'Note on the whole post' } as const;
/** The size that the note editor has on the page. */
const EDITOR = { width: 384, height: 420 };

/** An address of the blog's at which there is no post. */
const NOWHERE = '/no-such-page.html';

/** The popup and the side panel, and what opens at a highlight in a document of the extension's. */
export const BESIDE_THE_PAGE: readonly View[] = [
  {
    name: 'popup',
    ...POPUP,
    open: async ({ waymark, post }) =>
      filled(await waymark.openPopup(post), SHOWN_NOTE, 'In common'),
  },
  {
    name: 'popup-search',
    ...POPUP,
    open: async ({ waymark, post }) => {
      const popup = await waymark.openPopup(post);
      await popup.click(SEARCH);
      await popup.type('review');
      return filled(popup, 'found', 'To open the next review with.');
    },
  },
  {
    name: 'popup-post-note',
    ...POPUP,
    open: async ({ waymark, post }) => {
      const popup = await filled(await waymark.openPopup(post), SHOWN_NOTE);
      await popup.click(POST_NOTE);
      return filled(popup, 'Action');
    },
  },
  {
    name: 'popup-elsewhere',
    ...POPUP,
    open: async ({ waymark }) => {
      const home = await waymark.open('/');
      return filled(await waymark.openPopup(home), 'Latest notes', SHOWN_NOTE);
    },
  },
  {
    name: 'popup-shortcuts',
    ...POPUP,
    open: async ({ waymark, post }) => {
      const popup = await filled(await waymark.openPopup(post), SHOWN_NOTE);
      await popup.press('?');
      return filled(popup, 'Keyboard shortcuts');
    },
  },
  {
    name: 'side-panel',
    ...PANEL,
    open: async ({ waymark, post }) =>
      filled(await waymark.openSidePanel(post), SHOWN_NOTE, 'In common'),
  },
  {
    name: 'side-panel-details',
    ...PANEL,
    open: async ({ waymark, post }) => {
      const panel = await filled(await waymark.openSidePanel(post), SHOWN_NOTE);
      await panel.click({ role: 'button', name: 'Kind and tags' });
      return filled(panel, 'Action');
    },
  },
  {
    name: 'side-panel-elsewhere',
    ...PANEL,
    open: async ({ waymark }) => {
      const nowhere = await waymark.open(NOWHERE);
      return filled(await waymark.openSidePanel(nowhere), 'Latest notes');
    },
  },
  {
    name: 'note-editor',
    isPart: true,
    ...EDITOR,
    open: async ({ waymark }) => openEditor(waymark, await findNotedId(waymark), 'exactly'),
  },
  {
    name: 'question-editor',
    isPart: true,
    ...EDITOR,
    open: ({ waymark }) => openEditor(waymark, QUESTION.id, 'get rounded'),
  },
  {
    name: 'action-editor',
    isPart: true,
    ...EDITOR,
    open: ({ waymark }) => openEditor(waymark, ACTION.id, 'last ten minutes'),
  },
  {
    name: 'glance',
    isPart: true,
    isStill: true,
    width: 320,
    height: 200,
    open: async ({ waymark }) =>
      filled(await waymark.openOwnPage(`editor.html#glance/${ACTION.id}`), 'Move status out'),
  },
];

/** The editor of a note, once it holds these words. */
async function openEditor(waymark: Driver, id: string, words: string): Promise<Surface> {
  const editor = await waymark.openOwnPage(`editor.html#${id}`);
  await waitFor('the note', async () => (await editor.valueOf('Your note')).includes(words));
  return editor;
}

async function findNotedId(waymark: Driver): Promise<string> {
  const page = await waymark.openOwnPage('options.html');
  const id = await page.evaluate(readNotedId);
  await page.close();
  return id;
}

/** The id of the note made on the stage; sent to a page of the extension as text. */
async function readNotedId(): Promise<string> {
  const open = indexedDB.open('waymark');
  const database = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const all = database.transaction('annotations').objectStore('annotations').getAll();
  const annotations = await new Promise<{ id: string; body?: { value: string } }[]>((resolve) => {
    all.onsuccess = () => resolve(all.result);
  });
  database.close();
  return annotations.find(({ body }) => body?.value.startsWith('Our reviews'))?.id ?? '';
}
