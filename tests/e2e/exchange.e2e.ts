import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { BlogPage } from './driver/blog-page.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import { readPng } from './rig/read-png.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const OTHER = '/2016/06/consensus-for-rest-of-us.html';
const FIRST = 'Nor is it for my questions, or not first.';
const SECOND = 'Usually half of it has answered itself by then.';
const LATE = 'Those need to be two devices, not merely two directories.';
const NOTE = 'Ask *first*.';

const button = (name: string) => ({ role: 'button', name }) as const;

async function makeNotes(page: BlogPage): Promise<void> {
  await page.highlight(FIRST);
  await page.select(SECOND);
  await page.clickButton('Note');
  await page.writeNote(NOTE);
  await expect.poll(() => page.painted()).toHaveLength(2);
}

/** Choose a file, in the dialog or before it is open, and wait for what comes of it. */
async function offer(library: Surface, name: string, text: string, isFirst = false) {
  await library.chooseFile(isFirst ? 'File to import' : 'Another file', { name, text });
}

async function exportAs(library: Surface, format: string, way = 'One file') {
  await library.choose('Format', format);
  await library.click({ role: 'radio', name: way });
  return library.download(() => library.click(button('Download')));
}

test('a library that was exported is the same in an empty browser, on the page too', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await makeNotes(page);
  const library = await waymark.openLibrary('export=1');
  const saved = await exportAs(library, 'Waymark library (JSON)');
  expect(saved.name).toMatch(/^\d{4}-\d\d-\d\d Waymark\.json$/);

  await waymark.reset();
  const again = await waymark.open(POST);
  expect(await again.painted()).toEqual([]);
  const empty = await waymark.openLibrary();
  await empty.click(button('Import…'));
  await offer(empty, saved.name, saved.text, true);
  await expect.poll(() => empty.text()).toContain('2 new notes');
  await empty.click(button('Import'));
  await expect.poll(() => empty.text()).toContain('2 notes imported');
  await expect.poll(() => again.painted()).toEqual([FIRST, SECOND]);

  // The same file once more brings nothing, and one undo takes all of it back.
  await empty.click(button('Import…'));
  await offer(empty, saved.name, saved.text, true);
  await expect.poll(() => empty.text()).toContain('There is nothing to do');
  await empty.press('Escape');
  await empty.click(button('Undo'));
  await expect.poll(() => empty.text()).toContain('No notes yet');
  await expect.poll(() => again.painted()).toEqual([]);
});

test('Markdown is saved as one file, and as a file a post in a zip', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await makeNotes(page);
  await page.goto(OTHER);
  await page.highlight(LATE);
  await expect.poll(() => page.painted()).toEqual([LATE]);

  const library = await waymark.openLibrary('export=1');
  const one = await exportAs(library, 'Markdown');
  expect(one.name).toMatch(/^\d{4}-\d\d-\d\d Waymark\.md$/);
  const html = micromark(one.text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  for (const passage of [FIRST, SECOND, LATE]) {
    expect(html).toContain(`<blockquote>\n<p>${passage}</p>\n</blockquote>`);
  }
  expect(html).toContain('<p>Ask <em>first</em>.</p>');
  expect(html).toContain(`#:~:text=${encodeURIComponent(FIRST)}"`);

  const zip = await exportAs(library, 'Markdown', 'One file a post, in a zip');
  expect(zip.name).toMatch(/\.zip$/);
  const files = unzipSync(zip.bytes);
  expect(Object.keys(files)).toEqual([
    '2013-03-24 What one-on-ones are for.md',
    '2016-06-12 Consensus for the rest of us.md',
  ]);
  const texts = Object.values(files).map((bytes) => new TextDecoder().decode(bytes));
  expect(texts[0]).toContain(`> ${FIRST}`);
  expect(texts[1]).toContain(`> ${LATE}`);
});

test('a file that cannot be read gets one sentence, and nothing is changed', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(FIRST);
  await expect.poll(() => page.painted()).toEqual([FIRST]);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain('1 note');
  await library.click(button('Import…'));

  const head = '"format": "waymark-library", "version"';
  const files: readonly (readonly [name: string, text: string, sentence: string])[] = [
    ['empty.json', '', 'The file is empty.'],
    ['cut.json', `{${head}: 1, "annotations": [`, 'it is not valid JSON.'],
    ['brackets.json', '['.repeat(1_000_000), 'nested too deeply'],
    ['newer.json', `{${head}: 99}`, 'A newer Waymark wrote this file.'],
    ['damaged.json', `{${head}: 1, "__proto__": {"isAdmin": true}}`, 'The file is damaged'],
    ['picture.json', '\u0089PNG\0\0', 'not text in an encoding'],
    ['letter.txt', 'Dear reader,\nhow are you?', 'does not know this kind of file'],
  ];
  for (const [index, [name, text, sentence]] of files.entries()) {
    await offer(library, name, text, index === 0);
    await expect.poll(() => library.text(), { message: name }).toContain(sentence);
  }
  await library.press('Escape');
  expect(await library.count({ role: 'heading', name: 'Import' })).toBe(0);
  expect(await library.text()).toContain('1 note');
  expect(await page.painted()).toEqual([FIRST]);
});

test('the link of a passage leads to it, and the browser marks just that', async ({ waymark }) => {
  const page = await waymark.open(OTHER);
  await page.highlight(LATE);
  await expect.poll(() => page.painted()).toEqual([LATE]);
  const library = await waymark.openLibrary('export=1');
  const { text } = await exportAs(library, 'Markdown');
  const link = /\]\((\S+#:~:text=[^)\s]+)\)/.exec(text)?.[1];
  expect(link).toBe(`https://www.elidedbranches.com${OTHER}#:~:text=${encodeURIComponent(LATE)}`);

  const opened = await waymark.open(link ?? '');
  await expect.poll(() => opened.scrollPosition()).toBeGreaterThan(0);
  // Waymark's own colour of it, and all other colours, give way to one that is nowhere else.
  const marked = await opened.evaluate(() => {
    document.documentElement.style.filter = 'none';
    const style = document.createElement('style');
    style.textContent = '::target-text { background: #ff00ff; color: #ff00ff; }';
    document.head.append(style);
    CSS.highlights.clear();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf('Those need to be two devices');
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, (node as Text).data.indexOf('directories.') + 'directories.'.length);
      return Array.from(range.getClientRects(), ({ left, right, top, bottom }) => ({
        left,
        right,
        top,
        bottom,
      }));
    }
    return [];
  });
  expect(marked.length).toBeGreaterThan(0);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-target-'));
  await expect
    .poll(async () => {
      await opened.screenshot(join(folder, 'page.png'));
      const picture = readPng(await readFile(join(folder, 'page.png')));
      const isMarked = (x: number, y: number) => picture.at(x, y).join() === '255,0,255';
      return marked.map(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        return {
          first: isMarked(left + 2, middle),
          last: isMarked(right - 2, middle),
          before: isMarked(left - 4, middle),
        };
      });
    })
    .toEqual(
      marked.map((_, i) => ({ first: true, last: true, before: i > 0 && expect.any(Boolean) })),
    );
  await rm(folder, { recursive: true });
});
