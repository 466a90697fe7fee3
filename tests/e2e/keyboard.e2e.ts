import { expect, test } from './fixtures.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const FIRST = '"So, anything going on?"';

test('a reader goes through the sentences by keyboard, and leaves the page as it was', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const before = await page.html();
  await page.press('j');
  expect(await page.marked()).toBe('');

  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await expect.poll(() => page.voice()).toMatch(/^Reading by keyboard.*anything going on/);
  await page.press('j');
  expect(await page.marked()).toBe('"Not really.');
  await expect.poll(() => page.voice()).toBe('"Not really.');
  await page.press('ArrowUp');
  expect(await page.marked()).toBe(FIRST);
  await page.press('k');
  await expect.poll(() => page.voice()).toBe('No more sentences.');

  await page.press('Escape');
  expect(await page.marked()).toBe('');
  await expect.poll(() => page.html()).toBe(before);
  await page.press('j');
  expect(await page.marked()).toBe('');
});

test('the cursor scrolls the page, and begins where the reader is', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  for (let presses = 0; presses < 40; presses++) await page.press('ArrowDown');
  const sentence = await page.marked();
  expect(await page.scrollPosition()).toBeGreaterThan(300);
  const [top, bottom, height] = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('wm-z') ?? [])] as Range[];
    const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return [top, bottom, innerHeight];
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThan(height);

  await page.press('Escape');
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).not.toBe('');
  expect(await page.marked()).not.toBe(FIRST);
  expect(sentence).not.toBe('');
});

test('Shift marks more, h highlights exactly that, and the page says so', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.press('j');
  await page.press('Shift+ArrowDown');
  await page.press('Shift+ArrowDown');
  await page.press('Shift+ArrowUp');
  expect(await page.marked()).toBe('"Not really. You?"');
  await expect.poll(() => page.voice()).toBe('2 sentences: You?"');
  await page.press('h');
  await expect.poll(() => page.painted()).toEqual(['"Not really. You?"']);
  await expect.poll(() => page.voice()).toBe('Highlighted.');
  await page.reload();
  await expect.poll(() => page.painted()).toEqual(['"Not really. You?"']);
});

test('brackets step through the highlights; Enter opens one, Delete deletes it, u undoes that', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.press(']');
  await expect.poll(() => page.voice()).toBe('No highlights on this page.');
  await page.press('h');
  for (const key of ['j', 'j', 'j', 'j', 'h']) await page.press(key);
  await expect.poll(() => page.painted()).toHaveLength(2);

  await page.press(']');
  await expect.poll(() => page.voice()).toBe(`1 of 2 highlights: ${FIRST}`);
  expect(await page.marked()).toBe(FIRST);
  await page.press('Enter');
  await expect.poll(() => page.findButton('Add note')).toBeDefined();
  await page.press('Escape');
  await expect.poll(() => page.findButton('Add note')).toBeUndefined();
  expect(await page.marked()).toBe(FIRST);

  await page.press('Delete');
  await expect.poll(() => page.painted()).toHaveLength(1);
  await expect.poll(() => page.findButton('Undo')).toBeDefined();
  await page.press('u');
  await expect.poll(() => page.painted()).toHaveLength(2);
});

test('n highlights and opens the note editor; afterwards reading goes on', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.press('n');
  await page.writeNote('Ask this one');
  await expect.poll(() => page.painted()).toEqual([FIRST]);
  await page.press('j');
  expect(await page.marked()).toBe('"Not really.');
  await page.press('k');
  await page.press('Enter');
  await expect.poll(() => page.findButton('Edit note')).toBeDefined();
});

test('? lists the keys, and Esc leads back to reading', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.press('?');
  await expect.poll(() => page.findButton('Close')).toBeDefined();
  await page.press('j');
  expect(await page.marked()).toBe(FIRST);
  await page.press('Escape');
  await expect.poll(() => page.findButton('Close')).toBeUndefined();
  await page.press('j');
  expect(await page.marked()).toBe('"Not really.');
});

test('q and a make a question and an action, to be written about', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.press('q');
  await page.writeNote('Ask this one');
  await page.press('j');
  await page.press('a');
  await page.writeNote('Try this one');
  await expect.poll(() => page.findButton('Question, Yellow')).toBeDefined();
  await expect.poll(() => page.findButton('Action, Yellow')).toBeDefined();
});

test('what is typed into a field of the page, and keys that the page makes up, move nothing', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'typed';
    document.body.prepend(field);
  });
  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).toBe(FIRST);
  await page.evaluate(() => {
    const init = { key: 'j', bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    document.getElementById('typed')?.focus();
  });
  await page.type('jjj');
  expect(await page.marked()).toBe(FIRST);
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#typed')?.value)).toBe(
    'jjj',
  );
});

test('what the page clears without changing anything else is painted again', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('That was the whole of a one-on-one');
  await expect.poll(() => page.painted()).toHaveLength(1);
  await page.reload();
  await expect.poll(() => page.painted()).toHaveLength(1);
  await page.evaluate(() => CSS.highlights.clear());
  expect(await page.painted()).toEqual([]);
  await expect.poll(() => page.painted()).toHaveLength(1);
});

test('highlights follow their posts through a page that shows one after another', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('That was the whole of a one-on-one');
  await expect.poll(() => page.painted()).toHaveLength(1);
  const show = (path: string) =>
    page.evaluate(
      new Function(`return (async () => {
        const text = await (await fetch('${path}')).text();
        const next = new DOMParser().parseFromString(text, 'text/html').querySelector('.post-outer');
        history.pushState(null, '', '${path}');
        document.querySelector('.post-outer').replaceWith(next);
      })()`) as () => Promise<void>,
    );
  await show('/2026/05/leaving-job-well.html');
  await expect.poll(() => page.painted()).toEqual([]);
  await page.highlight('He shook my hand.');
  await expect.poll(() => page.painted()).toEqual(['He shook my hand.']);
  await show(POST);
  await expect.poll(() => page.painted()).toEqual(['That was the whole of a one-on-one']);
});
