import {
  clickAt,
  cover,
  embed,
  fight,
  forge,
  growMonster,
  NAMESAKES,
  probe,
  readTraps,
  setTraps,
  spyOnFrame,
  stir,
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

/** What the post may be without measure, and a passage to highlight in it then. */
const MONSTERS = {
  wide: PASSAGE,
  long: 'He shook my hand.',
  deep: 'Four weeks is a long notice period',
} as const;

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

test('a click that a page steals by covering the buttons does what can be undone, and no more', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await page.clickOn('left five');
  await expect.poll(() => page.findButton('Delete')).toBeDefined();

  await test.step('a cover that keeps clicks to itself keeps them from the buttons', async () => {
    await page.evaluate(cover, 'kept');
    await page.clickButton('Delete');
    expect(await page.painted()).toEqual([PASSAGE]);
  });
  await test.step('one that lets them through gets a deletion that is offered to be undone', async () => {
    await page.evaluate(cover, 'uncovered');
    await page.clickOn('left five');
    await expect.poll(() => page.findButton('Delete')).toBeDefined();
    await page.evaluate(cover, 'through');
    await page.clickButton('Delete');
    await expect.poll(() => page.painted()).toEqual([]);
    await page.evaluate(cover, 'uncovered');
    await page.clickButton('Undo');
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  });
});

test('a page of monstrous size stays usable, and is highlighted', async ({ waymark, blog }) => {
  // A few seconds on a quiet machine; the page alone costs the browser most of them.
  test.slow();
  blog.editPost(POST, (html) => `${html}<div id="monster"></div>`);
  const page = await waymark.open(POST);
  let made = 0;
  for (const [kind, passage] of Object.entries(MONSTERS)) {
    await test.step(`whose post is very ${kind}`, async () => {
      await page.evaluate(growMonster, kind as keyof typeof MONSTERS);
      await page.evaluate(watchBreath);
      // Answered when the post, as it is now, has been read.
      await waymark.tellOfChange(page, `https://www.elidedbranches.com${POST}`);
      await page.select(passage, passage, 'p');
      made += 1;
      // Where the buttons are is asked of the whole page's tree: by key it is quicker here.
      await expect
        .poll(() => page.press('h').then(() => page.painted()), { timeout: 20_000 })
        .toHaveLength(made);
      expect(await longestWait(page)).toBeLessThan(5000);
    });
  }
  expect(await page.painted()).toEqual(expect.arrayContaining(Object.values(MONSTERS)));
});

test('text that moves and hides without end costs no one the page, and is found at rest', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.evaluate(stir);
  await page.evaluate(watchBreath);
  // The limit after which a post is read although it never rests.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
  expect(await longestWait(page)).toBeLessThan(1500);
  await page.evaluate(() => Object.assign(window, { isStill: true }) && undefined);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('a page that knows Waymark’s address finds none of its files, and embeds no note', async ({
  waymark,
}) => {
  const own = await waymark.openOwnPage('privacy.html');
  const origin = await own.evaluate(() => location.origin);
  const at = (path: string) => `${origin}/${path}`;
  const page = await waymark.open(POST);
  const secret = ['manifest.json', 'icon/48.png', 'popup.html', 'background.js', 'library.html'];
  expect(await page.evaluate(probe, secret.map(at))).toEqual([]);

  await test.step('the editor’s neither, unless the address is one that only Firefox draws', async () => {
    // There every installation has its own address, which no page knows; Chromium’s is the same
    // for all, and leads nowhere.
    const found = await page.evaluate(probe, [at('editor.html')]);
    expect(found).toEqual(waymark.browser === 'firefox' ? [at('editor.html')] : []);
    const id = '0198c0de-0000-7000-8000-000000000000';
    expect(await page.evaluate(embed, at(`editor.html#${id}`))).toBe(null);
    expect(await page.isEditorOpen()).toBe(waymark.browser === 'firefox');
  });
});

const thrownOut = (page: BlogPage) =>
  page.evaluate(() => Reflect.get(window, 'thrownOut') as number);
const longestWait = (page: BlogPage) =>
  page.evaluate(() => Reflect.get(window, 'longestWait') as number);
