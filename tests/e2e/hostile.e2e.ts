import {
  clickAt,
  fight,
  forge,
  NAMESAKES,
  readTraps,
  setTraps,
  spyOnFrame,
  watchBreath,
} from '../fixtures/hostile/in-page.ts';
import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

/*
 * A page that means harm. What `robust.e2e.ts` and `page-unchanged.e2e.ts` try is not tried again
 * here: made-up keys, forms named like the document's methods, the keys and the text of a note.
 */

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';
const SECRET = 'cormorant umbrella';

test('a page that has redefined the browser’s methods and names gets hold of nothing', async ({
  waymark,
  blog,
}) => {
  blog.editPost(POST, (html) => `${NAMESAKES}<script>(${setTraps})()</script>${html}`);
  const page = await waymark.open(POST);

  await test.step('it is read and highlighted like any other', async () => {
    await page.select(PASSAGE);
    await page.clickButton('Note');
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  });
  await test.step('it learns neither title, address, size nor text of the frame for a note', async () => {
    const editor = await page.noteEditor();
    await editor.type(SECRET);
    expect(await page.evaluate(spyOnFrame)).toEqual({
      frames: 0,
      framesInTree: 0,
      inside: [0, null, ''],
      size: [0, 0],
      isFound: false,
      isTold: false,
    });
    await editor.press('Control+Enter');
    await expect.poll(() => page.isEditorOpen()).toBe(false);
  });
  await test.step('nothing of Waymark’s came into its world, and no method of its was called', async () => {
    expect(await page.evaluate(readTraps)).toEqual({ sprung: [], fresh: [], api: 'undefined' });
  });
});

test('messages, events and clicks that a page makes up do nothing', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  const button = await expect
    .poll(() => page.findButton('Highlight'))
    .toBeDefined()
    .then(() => page.findButton('Highlight'));
  await page.evaluate(forge);
  await page.evaluate(clickAt, button ?? { x: 0, y: 0 });
  expect(await page.painted()).toEqual([]);
  expect(await page.isEditorOpen()).toBe(false);

  await test.step('while the reader’s own click highlights', async () => {
    await page.clickButton('Highlight');
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  });
});

test('a page that clears and throws out again and again is not fought without end', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.evaluate(fight);
  await page.evaluate(watchBreath);
  // A selection brings the toolbar, which the page throws out as often as it is put back.
  await page.select('He shook my hand.');
  await expect.poll(() => thrownOut(page)).toBeGreaterThan(1);
  const [before, since] = [await thrownOut(page), Date.now()];
  await expect.poll(() => thrownOut(page)).toBeGreaterThan(before + 1);
  expect((await thrownOut(page)) - before).toBeLessThan(3 + (Date.now() - since) / 250);
  expect(await longestWait(page)).toBeLessThan(1000);

  await test.step('and has its highlights again when it has done', async () => {
    await page.evaluate(() => clearInterval(Reflect.get(window, 'clearing') as number));
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  });
});

const thrownOut = (page: BlogPage) =>
  page.evaluate(() => Reflect.get(window, 'thrownOut') as number);
const longestWait = (page: BlogPage) =>
  page.evaluate(() => Reflect.get(window, 'longestWait') as number);
