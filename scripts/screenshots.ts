import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BlogPage } from '../tests/e2e/driver/blog-page.ts';
import type { Driver, DriverOptions } from '../tests/e2e/driver/driver.ts';
import { startDriver } from '../tests/e2e/driver/start-driver.ts';
import { waitFor } from '../tests/e2e/driver/wait.ts';
import { type BlogServer, startBlogServer } from '../tests/e2e/rig/blog-server.ts';
import { RECORDS } from '../tests/e2e/views/records.ts';
import { filled, PANEL } from '../tests/e2e/views/stage.ts';
import { demandBrowser } from './install-browser.ts';
import { pictureViews } from './picture-views.ts';

/*
 * Makes the README's pictures, of the production build in Chromium on the sample blog:
 * `npm run build && npm run screenshots`. Pictures of every view, to look at, come into
 * `out/views`; `npm run screenshots -- views` makes only these, and names after it only some; `-- readme` makes none of them.
 */

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs', 'images');
const VIEWS = join(ROOT, 'out', 'views');

/** The window that the blog is shown in; the narrow one has the popup's proportions. */
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 640, height: 960 };

/** The popup's size in its own pixels, and how many of the picture's each of them gets. */
const POPUP = { width: 400, height: 600, scale: 2 };

/** What the reader of these pictures has marked, and written. */
interface Mark {
  from: string;
  to: string;
  note?: string;
}

const POST = '/2014/02/feedback-in-small-coins.html';

const CURRENCY: Mark = {
  from: 'feedback is a currency',
  to: 'one enormous banknote.',
  note: 'Our reviews, exactly. **Pay as I go:**\n\n- same day, under a minute\n- what happened, no theory about it',
};

const COIN: Mark = {
  from: 'A small coin is an observation',
  to: 'asks for very little.',
};

const QUESTION: Mark = {
  from: 'Small feedback is a question',
  to: 'as much as a judgement,',
};

async function select(page: BlogPage, { from, to }: Mark): Promise<void> {
  await page.select(from, to, '.post-body');
  await waitFor('the toolbar', () => page.findButton('Highlight'));
}

async function make(page: BlogPage, mark: Mark): Promise<void> {
  const before = (await page.painted()).length;
  await select(page, mark);
  await page.clickButton(mark.note ? 'Note' : 'Highlight');
  if (mark.note) await page.writeNote(mark.note);
  await waitFor('the highlight', async () => (await page.painted()).length > before);
}

async function picturePage(page: BlogPage): Promise<void> {
  await page.setSize(WIDE.width, WIDE.height);
  await page.evaluate(() => scrollTo(0, 205));
  await select(page, COIN);
  await picture(page, 'page.webp');
  await page.clickButton('Highlight');
}

async function pictureNote(page: BlogPage): Promise<void> {
  await page.setSize(NARROW.width, NARROW.height);
  await page.evaluate(() => scrollTo(0, 175));
  await page.clickOn(CURRENCY.from);
  await page.clickButton('Edit note');
  await page.noteEditor();
  await picture(page, 'note.webp');
  await page.press('Escape');
}

async function picturePopup(waymark: Driver, page: BlogPage, name: string): Promise<void> {
  const popup = await waymark.openPopup(page);
  await waitFor('the note and the related posts', async () => {
    const text = await popup.text();
    return text.includes('same day') && text.includes('In common') && !text.includes('**');
  });
  await popup.setSize(POPUP.width * POPUP.scale, POPUP.height * POPUP.scale);
  // Twice as large, as on a fine screen.
  await popup.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
  await popup.screenshot(join(IMAGES, name));
  await popup.close();
}

/** A view of the reader's library, in a window in which it fills the picture. */
async function pictureLibrary(
  waymark: Driver,
  name: string,
  search: string,
  words: string,
): Promise<void> {
  const library = await filled(await waymark.openOwnPage(`library.html${search}`), words);
  await library.setSize(WIDE.width, WIDE.height);
  await setTimeout(REST);
  await library.screenshot(join(IMAGES, name));
  await library.close();
}

async function picturePanel(waymark: Driver, page: BlogPage): Promise<void> {
  const panel = await filled(await waymark.openSidePanel(page), 'In common', 'same day');
  await panel.setSize(PANEL.width * POPUP.scale, PANEL.height * POPUP.scale);
  await panel.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
  await setTimeout(REST);
  await panel.screenshot(join(IMAGES, 'side-panel.webp'));
  await panel.close();
}

async function pictureWelcome(waymark: Driver): Promise<void> {
  const welcome = await waymark.openOwnPage('welcome.html');
  await welcome.setSize(WIDE.width, WIDE.height);
  await welcome.click({ role: 'button', name: 'Select a sentence for me' });
  await setTimeout(REST);
  await welcome.screenshot(join(IMAGES, 'welcome.webp'));
  await welcome.close();
}

/** Milliseconds in which what has just appeared on the page comes to rest. */
const REST = 1000;

async function picture(page: BlogPage, name: string): Promise<void> {
  await setTimeout(REST);
  await page.screenshot(join(IMAGES, name));
}

async function withWaymark(
  options: Omit<DriverOptions, 'browser'>,
  take: (waymark: Driver, page: BlogPage) => Promise<void>,
): Promise<void> {
  const waymark = await startDriver({ browser: 'chromium', ...options });
  try {
    const page = await waymark.open(POST);
    await make(page, CURRENCY);
    await take(waymark, page);
  } finally {
    await waymark.close();
  }
}

async function pictureForReadme(server: BlogServer): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  await withWaymark({ server }, async (waymark, page) => {
    await picturePopup(waymark, page, 'popup-light.webp');
    await make(page, QUESTION);
    await picturePage(page);
    await pictureNote(page);
    await waymark.keep(RECORDS);
    await picturePanel(waymark, page);
    await pictureLibrary(waymark, 'library.webp', '?group=tag', 'rounded');
    await pictureLibrary(waymark, 'map.webp', '?view=map', 'After “');
    await pictureWelcome(waymark);
  });
  await withWaymark({ server, colorScheme: 'dark' }, async (waymark, page) => {
    await picturePopup(waymark, page, 'popup-dark.webp');
    await waymark.keep(RECORDS);
    await pictureLibrary(waymark, 'map-dark.webp', '?view=map', 'After “');
  });
}

await demandBrowser('chromium');
const server = await startBlogServer();
const [only, ...wanted] = process.argv.slice(2);
if (only !== 'views') await pictureForReadme(server);
if (only !== 'readme') await pictureViews(VIEWS, server, wanted);
await server.close();
console.log(`The pictures are in ${IMAGES} and ${VIEWS}.`);
