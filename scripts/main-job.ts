import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlogPage } from '../tests/e2e/driver/blog-page.ts';
import type { Driver } from '../tests/e2e/driver/driver.ts';
import type { Surface } from '../tests/e2e/driver/surface.ts';
import { waitFor } from '../tests/e2e/driver/wait.ts';
import { chooseSentence, findFirstPost, POST_BODY, readTitle, type Sentence } from './reading.ts';

const NOTE = 'Try this **next week**:\n\n- say it in my own words\n- ask the team what is missing';
/** Words of the note that are there however its Markdown is drawn. */
const NOTE_WORDS = 'say it in my own words';

const MARKDOWN = 'waymark.md';
/** In the order in which they come to be. */
const PICTURES = ['1-toolbar.png', '2-note.png', '3-reloaded.png', '4-popup.png', '5-exported.png'];

/** Milliseconds for reading the whole blog's feed, which may be far away. */
const FEED_PATIENCE = 60_000;

interface Job {
  waymark: Driver;
  /** The post to read, by its path; the first on the home page unless given. */
  post?: string;
  /** The folder for pictures and for the exported Markdown. */
  out: string;
}

/**
 * Do what Waymark is for, as a reader does it, and say what was seen after each step: highlight a
 * sentence of a post, write a note, reload, see both in the popup with the
 * related posts, and export. Pictures and `waymark.md` are left in the folder.
 *
 * @throws Error with a sentence that says which step was not seen to work.
 */
export async function doMainJob({ waymark, post, out }: Job): Promise<void> {
  await mkdir(out, { recursive: true });
  // What an earlier run left would pass for this one's.
  await Promise.all([MARKDOWN, ...PICTURES].map((name) => rm(join(out, name), { force: true })));
  const page = await step('open a post of the blog', () => openPost(waymark, post));
  const sentence = await step('highlight a sentence', () => highlight(page, out));
  await step('write a note', () => writeNote(page, sentence, out));
  await step('find the highlight after a reload', () => reload(waymark, page, sentence, out));
  const popup = await step('see the note in the popup', () => openPopup(waymark, page, sentence));
  await step('see related posts', () => readRelated(popup, out));
  await step('export Markdown', () => exportMarkdown(waymark, popup, sentence, out));
}

/** Take a step; when it fails, say which. */
async function step<T>(name: string, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Waymark did not ${name}: ${reason}`, { cause: error });
  }
}

async function openPost(waymark: Driver, post: string | undefined): Promise<BlogPage> {
  const page = await waymark.open(post ?? '/');
  if (!post) await page.goto(await findFirstPost(page));
  say('Post opened', `${await readTitle(page)}, ${await page.address()}`);
  return page;
}

async function highlight(page: BlogPage, out: string): Promise<Sentence> {
  const sentence = await chooseSentence(page);
  await page.select(sentence.from, sentence.to, POST_BODY);
  await waitFor('the toolbar', () => page.findButton('Highlight'));
  await page.screenshot(join(out, '1-toolbar.png'));
  await page.clickButton('Highlight');
  await waitForPainted(page, sentence);
  say('Highlight made', `“${sentence.text}”`);
  return sentence;
}

async function writeNote(page: BlogPage, { from }: Sentence, out: string): Promise<void> {
  await page.clickOn(from);
  await page.clickButton('Add note');
  const editor = await page.noteEditor();
  await editor.type(NOTE);
  await page.screenshot(join(out, '2-note.png'));
  await editor.press('Control+Enter');
  await waitFor('the editor to close', async () => !(await page.isEditorOpen()));
  say('Note written', `${NOTE.length} characters of Markdown`);
}

async function reload(waymark: Driver, page: BlogPage, sentence: Sentence, out: string) {
  await page.reload();
  await waitForPainted(page, sentence);
  await waitFor('the badge to say 1', async () => (await waymark.badgeText(page)) === '1');
  // The badge was asked for in another tab.
  await page.bringToFront();
  await page.clickOn(sentence.from);
  await waitFor('the note to be found with it', () => page.findButton('Edit note'));
  await page.screenshot(join(out, '3-reloaded.png'));
  await page.press('Escape');
  say('Page reloaded', 'highlight and note are both there, and the badge says 1');
}

async function openPopup(waymark: Driver, page: BlogPage, { text }: Sentence): Promise<Surface> {
  const popup = await waymark.openPopup(page);
  const shown = await waitFor('passage and note in the popup', async () => {
    const shown = (await popup.text()).replace(/\s+/g, ' ');
    return shown.includes(text) && shown.includes(NOTE_WORDS) && shown;
  });
  say('Popup opened', `it shows the passage and its note, ${shown.length} characters in all`);
  return popup;
}

async function readRelated(popup: Surface, out: string): Promise<void> {
  const read = () =>
    popup.evaluate(() => {
      const lists = '[aria-label="Linked with this post"], [aria-label="Related posts"]';
      const links = document.querySelectorAll(`:is(${lists}) a`);
      return Array.from(links, ({ textContent }) => textContent ?? '');
    });
  const titles = await waitFor(
    'the related posts',
    async () => {
      const titles = await read();
      return titles.length > 0 && titles;
    },
    FEED_PATIENCE,
  );
  await popup.screenshot(join(out, '4-popup.png'));
  say('Related posts', `${titles.length}: ${titles.join('; ')}`);
}

async function exportMarkdown(
  waymark: Driver,
  popup: Surface,
  sentence: Sentence,
  out: string,
): Promise<void> {
  await popup.click({ role: 'button', name: 'Export…' });
  const library = await waymark.followToLibrary();
  const { name, text } = await library.download(() =>
    library.click({ role: 'button', name: 'Download' }),
  );
  const path = join(out, MARKDOWN);
  await writeFile(path, text);
  const plain = text.replace(/\\(?=[^\w\s])/g, '').replace(/[\s>]+/g, ' ');
  for (const wanted of [sentence.text, NOTE_WORDS]) {
    if (!plain.includes(wanted)) throw new Error(`“${wanted}” is not in ${path}`);
  }
  await library.screenshot(join(out, '5-exported.png'));
  say('Markdown exported', `${name}, ${(await stat(path)).size} bytes, kept as out/${MARKDOWN}`);
}

async function waitForPainted(page: BlogPage, { text }: Sentence): Promise<void> {
  await waitFor('the highlight', async () => (await page.painted()).includes(text));
}

function say(what: string, detail: string): void {
  console.log(`✓ ${what.padEnd(18)} ${detail}`);
}
