import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const MAP = 'library.html?view=map';
const POST = '/2016/06/consensus-for-rest-of-us.html';
const TITLE = 'Consensus for the rest of us';
const PASSAGE = 'This post is for that night.';

const button = (name: string) => ({ role: 'button', name }) as const;
/** The book of the post, as it is called when this has become of it. */
const consensus = (...state: string[]) =>
  ({ role: 'link', name: [`${TITLE}: Jun 12, 2016`, '4 min', ...state].join(', ') }) as const;

/** The map, once the blog has been read. */
async function openMap(waymark: Driver): Promise<Surface> {
  const map = await waymark.openOwnPage(MAP);
  await map.click(button('Read the blog'));
  await expect.poll(() => map.text()).toContain('29 posts, ');
  return map;
}

test('an empty map offers to read the blog, and then shows every post of it', async ({
  waymark,
  server,
}) => {
  const map = await waymark.openOwnPage(MAP);
  await expect.poll(() => map.text()).toContain('The shelves are still empty.');
  const letGo = server.hold('start-index=26');
  await map.click(button('Read the blog'));
  await expect.poll(() => map.text()).toContain('Reading the blog: 25 of 29 posts');
  letGo();
  await expect.poll(() => map.text()).toContain('29 posts, 0 read, 0 with notes.');
  await expect.poll(() => map.count(consensus('Unread'))).toBe(1);
  expect(await map.text()).not.toContain('Read the blog');
});

test('the map knows what was opened and annotated, and suggests what to read next', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  await page.writeNote('Ours too');
  const map = await openMap(waymark);
  await expect.poll(() => map.text()).toContain(`After “${TITLE}”. In common:`);
  await expect.poll(() => map.text()).toContain('1 with notes');
});

test('a post is marked as read from its card, which Undo takes back', async ({ waymark }) => {
  const map = await openMap(waymark);
  const focusBook = () =>
    map.evaluate(() => document.querySelector<SVGAElement>('a[data-post*=consensus]')?.focus());
  await focusBook();
  await map.press('r');
  await expect.poll(() => map.count(consensus('Read'))).toBe(1);
  await expect.poll(() => map.text()).toContain(`Marked as read: ${TITLE}`);
  await map.click(button('Undo'));
  await expect.poll(() => map.count(consensus('Unread'))).toBe(1);

  await focusBook();
  await map.press('Tab');
  await map.press('Enter');
  await expect.poll(() => map.text()).toContain('29 posts, 1 read');
  const again = await waymark.openOwnPage(MAP);
  await expect.poll(() => again.count(consensus('Read'))).toBe(1);
  await expect.poll(() => again.text()).toContain('1 day of reading');
});

test('with the keyboard alone: to the books by Tab, among them by arrows, and Enter opens', async ({
  waymark,
}) => {
  const map = await openMap(waymark);
  const focused = () =>
    map.evaluate(() => document.activeElement?.getAttribute('data-post') ?? undefined);
  // Past the suggestion, the legend and the choice of an arrangement: one stop for all books.
  for (let stops = 0; stops < 25 && !(await focused()); stops += 1) await map.press('Tab');
  expect(await focused()).toBeTruthy();
  await map.press('Home');
  const first = await focused();
  await map.press('ArrowRight');
  const second = await focused();
  expect(second).not.toBe(first);
  await map.press('ArrowDown');
  expect(await focused()).not.toBe(second);
  await map.press('Home');
  await map.press('Enter');
  await expect.poll(() => waymark.blogTabs()).toContain(first);
});

test('a filter stands in the address, and back takes it away', async ({ waymark }) => {
  const map = await openMap(waymark);
  await map.click(button('hiring 3'));
  await expect.poll(() => map.text()).toContain('3 posts shown of 29');
  await map.click({ role: 'radio', name: 'Label' });
  const address = await map.evaluate(() => location.pathname.slice(1) + location.search);
  const same = await waymark.openOwnPage(address);
  await expect.poll(() => same.text()).toContain('3 posts shown of 29');
  await map.evaluate(() => history.go(-2));
  await expect.poll(() => map.text()).not.toContain('posts shown of 29');
});

test('the table behind the picture holds the same, and marks posts too', async ({ waymark }) => {
  const map = await openMap(waymark);
  await map.evaluate(() => document.querySelector('summary')?.click());
  await map.click({ role: 'checkbox', name: `Read: ${TITLE}` });
  await expect.poll(() => map.count(consensus('Read'))).toBe(1);
  await map.click(button('Title'));
  const titles = await map.evaluate(() =>
    Array.from(document.querySelectorAll('tbody th'), ({ textContent }) => textContent),
  );
  expect(titles).toHaveLength(29);
  expect(titles).toEqual(titles.toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en')));
});
