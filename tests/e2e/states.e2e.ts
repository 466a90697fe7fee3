import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2016/06/consensus-for-rest-of-us.html';
const MARKED = 'All the rest (leaders, terms, elections, logs) is there to make this go fast';
const OTHER = 'This post is for that night.';

const button = (name: string) => ({ role: 'button', name }) as const;
const article = (name: string) => ({ role: 'article', name }) as const;
const card = article('All the rest (leaders, terms, elections, logs) is there to…');

/** The passages painted by name, white space as one space, without what stands out for a moment. */
function paintedByName(page: BlogPage): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const entries = [...CSS.highlights].filter(([name, { size }]) => size > 0 && name !== 'wm-b');
    return Object.fromEntries(
      entries.map(([name, ranges]) => [
        name,
        [...ranges].map((range) => String(range).replace(/\s+/g, ' ')),
      ]),
    );
  });
}

/** An edit of the post's HTML in which a phrase may be broken over lines. */
const replace = (phrase: string, by: string) => (html: string) => {
  const pattern = phrase.replace(/[()]/g, '\\$&').replaceAll(' ', '\\s+');
  expect(html).toMatch(new RegExp(pattern));
  return html.replace(new RegExp(pattern), by);
};

test('an edited passage shows what was changed, and its new wording can be kept, and undone', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toEqual([MARKED]);
  blog.editPost(POST, replace('is there to make this go fast', 'exists to make this go fast'));
  await page.reload();
  await expect.poll(() => page.painted()).toHaveLength(1);

  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('The wording has changed since you marked it.');
  await popup.click(card, button('Keep the new wording'));
  await expect.poll(() => popup.text()).toContain('New wording kept');
  await expect.poll(() => popup.text()).not.toContain('The wording has changed');
  await popup.click(button('Undo'));
  await expect.poll(() => popup.text()).toContain('The wording has changed since you marked it.');
});

test('a lost passage is attached again to what the reader selects in the page', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toEqual([MARKED]);
  blog.editPost(POST, replace(MARKED, 'Nothing else matters very much at three in the morning'));
  await page.reload();
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('This passage is no longer in the post.');

  await page.select(OTHER);
  await popup.close();
  const again = await waymark.openPopup(page);
  await again.click(card, button('Attach to the selection'));
  await expect.poll(() => page.painted()).toEqual([OTHER]);
  await expect.poll(() => again.text()).not.toContain('no longer in the post');
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([OTHER]);
});

test('a look-alike is not taken for a lost passage, but offered, and one click attaches it', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toEqual([MARKED]);
  const lookAlike = MARKED.replace('terms, elections', 'ballots, records');
  blog.editPost(POST, (html) => {
    const without = replace(MARKED, 'Nothing else matters at three in the morning')(html);
    return `${without}<p>On reflection I would say it otherwise. ${lookAlike}. So much for that.</p>`;
  });
  await page.reload();
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Is it one of these?');
  expect(await page.painted()).toEqual([]);
  await popup.click(card, button('It is here'));
  await expect.poll(() => page.painted()).toEqual([lookAlike]);
  await popup.click(button('Undo'));
  await expect.poll(() => page.painted()).toEqual([]);
});

test('a passage that could be in two places is in neither until the reader has chosen', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toEqual([MARKED]);
  blog.editPost(POST, (html) => `<p>Printed twice by mistake.</p>${html}${html}`);
  await page.reload();
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('This passage could be in several places.');
  expect(await page.painted()).toEqual([]);
  await popup.click(card, button('It is here'));
  await expect.poll(() => page.painted()).toEqual([MARKED]);
});

test('on a dark page a passage is painted in the colours for dark pages', async ({
  waymark,
  blog,
}) => {
  blog.editPost(POST, (html) => `<div style="background: #111; color: #eee">${html}</div>`);
  const page = await waymark.open(POST);
  await page.highlight(OTHER);
  await expect.poll(() => paintedByName(page)).toEqual({ 'wm-g': [OTHER] });
});

test('a passage is marked in the colour that is chosen, which the next one gets too', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select(OTHER);
  await page.clickButton('Blue');
  await expect.poll(() => paintedByName(page)).toEqual({ 'wm-d': [OTHER] });
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => paintedByName(page)).toEqual({ 'wm-d': [OTHER, MARKED] });

  await page.clickOn('for that night');
  await page.clickButton('Pink');
  await expect.poll(() => paintedByName(page)).toEqual({ 'wm-d': [MARKED], 'wm-e': [OTHER] });
  await page.reload();
  await expect.poll(() => paintedByName(page)).toEqual({ 'wm-d': [MARKED], 'wm-e': [OTHER] });
});

test('a highlight inside another stays its own, and is painted above', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toEqual([MARKED]);
  await page.select('leaders, terms');
  await page.clickButton('Green');
  await expect
    .poll(() => paintedByName(page))
    .toEqual({
      'wm-a': [MARKED],
      'wm-c1': ['leaders, terms'],
    });
  expect(await page.evaluate(() => CSS.highlights.get('wm-c1')?.priority ?? 0)).toBeGreaterThan(0);
});
