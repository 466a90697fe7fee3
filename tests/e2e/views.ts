import type { BlogPage } from './driver/blog-page.ts';
import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import type { Named } from './driver/tab.ts';
import { waitFor } from './driver/wait.ts';

/*
 * Every view of Waymark's, for whoever looks at all of them: the tests of accessibility and the
 * script that takes pictures. A new view is a line in `VIEWS`.
 */

/** A browser in which a reader has been reading. */
export interface Stage {
  waymark: Driver;
  /** A post with a highlight and a note. */
  post: BlogPage;
}

export interface View {
  /** Also the name of its pictures. */
  name: string;
  /** Whether it is only ever part of a page, which has landmarks and headings of its own. */
  isPart?: boolean;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Open it in a tab of its own, and wait until it is filled. */
  open(stage: Stage): Promise<Surface>;
}

const POST = '/2014/02/feedback-in-small-coins.html';
const NOTE = 'Our reviews, exactly. **Pay as I go:** same day, under a minute, no theory about it.';

const button = (name: string): Named => ({ role: 'button', name });
/** The size that browsers give a popup at most, and that of a page. */
const POPUP = { width: 400, height: 600 };
const PAGE = { width: 1280, height: 900 };

export const VIEWS: readonly View[] = [
  {
    name: 'popup',
    ...POPUP,
    open: async ({ waymark, post }) =>
      filled(await waymark.openPopup(post), 'exactly. Pay as I go', 'In common'),
  },
  {
    name: 'popup-elsewhere',
    ...POPUP,
    open: async ({ waymark }) =>
      filled(
        await waymark.openPopup(await waymark.open('/')),
        'Latest notes',
        'exactly. Pay as I go',
      ),
  },
  {
    name: 'side-panel',
    width: 360,
    height: 800,
    open: async ({ waymark, post }) =>
      filled(await waymark.openSidePanel(post), 'exactly. Pay as I go', 'In common'),
  },
  {
    name: 'note-editor',
    isPart: true,
    width: 420,
    height: 320,
    open: async ({ waymark }) => {
      const page = await waymark.openOwnPage('options.html');
      const id = await page.evaluate(findNotedId);
      await page.close();
      const editor = await waymark.openOwnPage(`editor.html#${id}`);
      await waitFor('the note', async () =>
        (await editor.valueOf('Your note')).includes('exactly'),
      );
      return editor;
    },
  },
  { name: 'options', ...PAGE, open: openOptions },
  {
    name: 'options-erase',
    ...PAGE,
    open: async (stage) => {
      const options = await openOptions(stage);
      await options.click(button('Delete everything…'));
      return filled(options, 'Delete everything?');
    },
  },
  { name: 'welcome', ...PAGE, open: openWelcome },
  {
    name: 'welcome-note',
    ...PAGE,
    open: async (stage) => {
      const welcome = await openWelcome(stage);
      await welcome.click(button('Select a sentence for me'));
      await waitFor('the toolbar beside the page', () =>
        welcome.evaluate(() => document.documentElement.lastElementChild !== document.body),
      );
      await welcome.press('n');
      return filled(welcome, 'Your note');
    },
  },
  {
    name: 'page-toolbar',
    isPart: true,
    width: 420,
    height: 200,
    open: async ({ waymark, post }) => {
      await post.select('A small coin is an observation', 'asks for very little.', '.post-body');
      await waitFor('the toolbar', () => post.findButton('Highlight'));
      return waymark.openCopyOfToolbar(post);
    },
  },
];

/** A browser whose reader has marked two passages of a post, and written a note on one. */
export async function setStage(waymark: Driver): Promise<Stage> {
  const post = await waymark.open(POST);
  await post.select('feedback is a currency', 'one enormous banknote.', '.post-body');
  await post.clickButton('Note');
  await post.writeNote(NOTE);
  await waitFor('the note to count', async () => (await waymark.badgeText(post)) === '1');
  await post.select('Small feedback is a question', 'as much as a judgement,', '.post-body');
  await post.clickButton('Highlight');
  await waitFor('the highlight to count', async () => (await waymark.badgeText(post)) === '2');
  return { waymark, post };
}

/** Make the text of a view twice as large, as a reader may set it, in a window as wide as a phone. */
export async function enlarge(view: Surface): Promise<void> {
  await view.setSize(320, 640);
  await view.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

async function openOptions({ waymark }: Stage): Promise<Surface> {
  return filled(
    await waymark.openOwnPage('options.html'),
    'Alt',
    'Delete everything…',
    'Notes and',
  );
}

async function openWelcome({ waymark }: Stage): Promise<Surface> {
  return filled(await waymark.openOwnPage('welcome.html'), 'Try it here', 'Keep it at hand');
}

async function filled(view: Surface, ...texts: string[]): Promise<Surface> {
  await waitFor(`“${texts.join('”, “')}”`, async () => {
    const text = await view.text();
    return texts.every((part) => text.includes(part));
  });
  return view;
}

/** The id of the annotation that has a note; sent to a page of the extension as text. */
async function findNotedId(): Promise<string> {
  const open = indexedDB.open('waymark');
  const database = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const all = database.transaction('annotations').objectStore('annotations').getAll();
  const annotations = await new Promise<{ id: string; body?: object }[]>((resolve) => {
    all.onsuccess = () => resolve(all.result);
  });
  database.close();
  return annotations.find(({ body }) => body)?.id ?? '';
}
