import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';
const MARK = 'Question, Yellow';

/** Ask a question about the passage, as a reader does, with a tag. */
async function ask(page: BlogPage): Promise<void> {
  await page.select(PASSAGE);
  await page.clickButton('Question');
  const editor = await page.noteEditor();
  await editor.type('Which umbrella?');
  await editor.click({ role: 'combobox', name: 'Tags' });
  await editor.type('cormorant');
  await editor.press('Control+Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);
  await expect.poll(() => page.findButton(MARK)).toBeDefined();
}

/** How far below the passage's first line its mark stands, and that it is beside the text. */
async function distance(page: BlogPage): Promise<number | undefined> {
  const mark = await page.findButton(MARK);
  const line = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('wm-a') ?? [])] as Range[];
    const rect = range?.getClientRects()[0];
    return rect && { y: rect.top + rect.height / 2, right: rect.right };
  });
  if (!mark || !line || mark.x < line.right - 24) return undefined;
  return Math.round(Math.abs(mark.y - line.y));
}

test('a question has a mark beside its passage, which stays there when the page scrolls or is resized', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await ask(page);
  await expect.poll(() => distance(page)).toBeLessThanOrEqual(2);
  await page.evaluate(() => scrollBy(0, 60));
  await expect.poll(() => distance(page)).toBeLessThanOrEqual(2);
  for (const width of [320, 1200]) {
    await page.setSize(width, 700);
    await expect.poll(() => distance(page)).toBeLessThanOrEqual(2);
  }
  await page.evaluate(() => {
    document.body.style.paddingTop = '150px';
  });
  await expect.poll(() => distance(page)).toBeLessThanOrEqual(2);
  await page.reload();
  await expect.poll(() => distance(page)).toBeLessThanOrEqual(2);
});

test('a highlight that is nothing else has no mark', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight('He shook my hand.');
  await expect.poll(() => page.painted()).toHaveLength(1);
  await ask(page);
  expect(await page.findButton('Highlight, Yellow')).toBeUndefined();
});

test('the mark opens the note', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await ask(page);
  await page.clickButton(MARK);
  const editor = await page.noteEditor();
  expect(await editor.valueOf('Your note')).toBe('Which umbrella?');
  expect(await editor.text()).toContain('cormorant');
  await page.press('Escape');
  await expect.poll(() => page.isEditorOpen()).toBe(false);
});

test('who rests on a highlight is shown its kind, tags and note, and the page is not', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await ask(page);
  await page.hover('once in anger');
  await page.hover('left five');
  await expect.poll(() => page.glance()).toMatch(/Question.*Which umbrella\?.*cormorant/s);
  const found = await page.evaluate(() =>
    ['cormorant', 'umbrella'].map((word) =>
      (Reflect.get(window, 'find') as (text: string) => boolean).call(window, word),
    ),
  );
  expect(found).toEqual([false, false]);
  await page.press('Escape');
  await expect.poll(() => page.glance()).toBeUndefined();
});

test('an action is done by one press, and stays so', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Action');
  await page.writeNote('On Monday.');
  await page.clickOn('left five');
  await page.clickButton('Done');
  await expect.poll(() => page.findButton('Action, done, Yellow')).toBeDefined();
  await page.reload();
  await expect.poll(() => page.findButton('Action, done, Yellow')).toBeDefined();
});

test('what is a question can be made an action, and nothing but a note', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await ask(page);
  await page.clickOn('left five');
  await page.clickButton('Action');
  await expect.poll(() => page.findButton('Action, Yellow')).toBeDefined();
  await page.clickButton('Action');
  await expect.poll(() => page.findButton('Comment, Yellow')).toBeDefined();
});
