import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'He shook my hand.';
const SECRET = 'cormorant umbrella';

/** What the server sent, read by the browser's own parser: the page if nobody had touched it. */
function untouched(page: BlogPage): Promise<string> {
  return page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML;
  });
}

test('the page’s HTML stays what the server sent: at first, after highlighting, after a reload', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const sent = await untouched(page);
  expect(await page.html()).toBe(sent);

  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  expect(await page.html()).toBe(sent);

  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  expect(await page.html()).toBe(sent);
});

test('while the toolbar or the editor shows there is one more element, outside of head and body', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const before = await page.html();
  /** The elements beside head and body, and the HTML of the rest. */
  const look = () =>
    page.evaluate(() => {
      const [head, body, ...others] = document.documentElement.children;
      return {
        others: others.map(({ localName, childElementCount, textContent, shadowRoot }) => ({
          localName,
          childElementCount,
          textContent,
          shadowRoot,
        })),
        rest: `${head?.outerHTML}\n${body?.outerHTML}`,
      };
    });
  const { rest } = await look();
  const one = [{ localName: 'div', childElementCount: 0, textContent: '', shadowRoot: null }];

  await page.select(PASSAGE);
  await expect.poll(() => page.findButton('Note')).toBeDefined();
  expect(await look()).toEqual({ others: one, rest });

  await page.clickButton('Note');
  await page.noteEditor();
  expect(await look()).toEqual({ others: one, rest });

  await page.press('Escape');
  await expect.poll(() => page.isEditorOpen()).toBe(false);
  await expect.poll(() => page.html()).toBe(before);
});

test('while there are marks in the margin there is that one element, and nothing after the last', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const before = await page.html();
  for (const passage of [PASSAGE, 'I have left five jobs.']) {
    await page.select(passage);
    await page.clickButton('Question');
    await page.writeNote('Why?');
  }
  await expect.poll(() => page.findButton('Question, Yellow')).toBeDefined();
  await page.clickOn('shook');
  await expect.poll(() => page.findButton('Delete')).toBeDefined();
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  expect(before).toContain(await page.evaluate(() => document.body.outerHTML));

  await page.clickButton('Delete');
  await page.clickOn('left five');
  await page.clickButton('Delete');
  await page.press('Escape');
  await expect.poll(() => page.html()).toBe(before);
});

test('the page learns nothing of a note: not its text, not the keys that typed it', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'message']) {
      window.addEventListener(type, (event) => seen.push(`${type} ${Reflect.get(event, 'key')}`), {
        capture: true,
      });
    }
  });
  /** Everything a script of the page could look at. */
  const find = () =>
    page.evaluate(() => ({
      seen: Reflect.get(window, 'seen') as string[],
      find: (Reflect.get(window, 'find') as (text: string) => boolean).call(
        window,
        'cormorant umbrella',
      ),
      text: document.body.innerText.includes('cormorant'),
      html: document.documentElement.outerHTML.includes('cormorant'),
      // What `find` would have selected.
      selection: String(getSelection()),
    }));
  const nothing = { seen: [], find: false, text: false, html: false, selection: '' };

  // The page does see keys that are meant for it: the listeners work.
  await page.press('x');
  await expect.poll(async () => (await find()).seen).toContain('keydown x');
  await page.evaluate(() => (Reflect.get(window, 'seen') as string[]).splice(0));

  await page.select(PASSAGE);
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type(SECRET);
  expect(await editor.valueOf('Your note')).toBe(SECRET);
  expect(await find()).toEqual(nothing);

  await editor.press('Control+Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);
  expect(await find()).toEqual({ ...nothing, seen: expect.not.arrayContaining(['keydown c']) });

  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.clickOn('shook');
  await expect.poll(() => page.findButton('Edit note')).toBeDefined();
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('cormorant'))).toBe(
    false,
  );
});
