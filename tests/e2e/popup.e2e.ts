import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2016/06/consensus-for-rest-of-us.html';
const TITLE = 'Consensus for the rest of us';
const EARLY = 'This post is for that night.';
const LATE = 'Those need to be two devices, not merely two directories.';

const article = (name: string) => ({ role: 'article', name }) as const;
const button = (name: string) => ({ role: 'button', name }) as const;

const search = { role: 'searchbox', name: 'Search everything' } as const;
const shortcuts = { role: 'dialog', name: 'Keyboard shortcuts' } as const;

/** Highlight a passage with a note. */
async function annotate(page: BlogPage, passage: string, note: string): Promise<void> {
  await page.select(passage);
  await page.clickButton('Note');
  await page.writeNote(note);
}

test('the popup shows the post’s title, and its notes in reading order', async ({ waymark }) => {
  const page = await waymark.open(POST);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.count({ role: 'heading', name: TITLE })).toBe(1);
  await expect.poll(() => popup.text()).toContain('No notes on this post yet.');

  // Made in the other order, and while the popup is open.
  await annotate(page, LATE, 'about *disks*');
  await page.highlight(EARLY);
  await expect.poll(() => popup.text()).toContain('Your notes 2');
  // What reads Markdown is loaded when there is some.
  await expect.poll(() => popup.text()).toContain('about disks');
  const text = await popup.text();
  expect(text.indexOf(EARLY)).toBeGreaterThan(-1);
  expect(text.indexOf(LATE)).toBeGreaterThan(text.indexOf(EARLY));
  expect(text.indexOf('about disks')).toBeGreaterThan(text.indexOf(LATE));
});

test('Jump to passage scrolls the page there and makes the passage stand out', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(LATE);
  await expect.poll(() => page.painted()).toEqual([LATE]);
  await page.reload();
  await page.goto('/');
  await page.goto(POST);
  await expect.poll(() => page.painted()).toEqual([LATE]);
  expect(await page.scrollPosition()).toBe(0);

  const popup = await waymark.openPopup(page);
  await popup.click(article(LATE), button('Jump to passage'));
  await expect.poll(() => page.attended()).toEqual([LATE]);
  await page.bringToFront();
  const topOfPassage = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('wm-a') ?? [])] as Range[];
      return (range?.getBoundingClientRect().top ?? Number.NaN) / innerHeight;
    });
  await expect.poll(topOfPassage).toBeLessThan(0.5);
  expect(await topOfPassage()).toBeGreaterThan(0);
  expect(await page.scrollPosition()).toBeGreaterThan(100);
  await expect.poll(() => page.attended()).toEqual([]);
});

test('a note is edited in the popup, and the page knows of it', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await annotate(page, EARLY, 'first');
  const popup = await waymark.openPopup(page);
  await popup.click(article(EARLY), button('Edit note'));
  await popup.fill({ role: 'textbox', name: 'Your note' }, 'second, **bold**');
  await popup.press('Control+Enter');
  await expect.poll(() => popup.text()).toContain('second, bold');
  expect(await popup.text()).not.toContain('first');

  await page.clickOn('for that night');
  await page.clickButton('Edit note');
  expect(await (await page.noteEditor()).valueOf('Your note')).toBe('second, **bold**');
});

test('a highlight deleted in the popup leaves the page, and comes back with Undo', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await annotate(page, EARLY, 'keep me');
  await page.highlight(LATE);
  const popup = await waymark.openPopup(page);
  await popup.click(article(EARLY), button('Delete'));
  await expect.poll(() => page.painted()).toEqual([LATE]);
  expect(await popup.text()).toContain('Highlight and note deleted');
  expect(await popup.text()).not.toContain(EARLY);

  await popup.click(button('Undo'));
  await expect.poll(() => page.painted()).toEqual([EARLY, LATE]);
  await expect.poll(() => popup.text()).toContain('keep me');
});

test('Ctrl+Z in the popup takes back what was done, the last thing first', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(EARLY);
  await page.highlight(LATE);
  await expect.poll(() => page.painted()).toEqual([EARLY, LATE]);
  const popup = await waymark.openPopup(page);
  await popup.click(article(EARLY), button('Delete'));
  await popup.click(article(LATE), button('Delete'));
  await expect.poll(() => page.painted()).toEqual([]);
  await popup.press('Control+z');
  await expect.poll(() => page.painted()).toEqual([LATE]);
  await popup.press('Control+z');
  await expect.poll(() => page.painted()).toEqual([EARLY, LATE]);
  await expect.poll(() => popup.count(article(EARLY))).toBe(1);
});

for (const place of ['popup', 'side panel'] as const) {
  test(`? in the ${place} lists the keys, but where one writes it is a question mark`, async ({
    waymark,
  }) => {
    const page = await waymark.open(POST);
    const surface = await (place === 'popup'
      ? waymark.openPopup(page)
      : waymark.openSidePanel(page));
    await expect.poll(() => surface.count(search)).toBe(1);
    await surface.click(search);
    await surface.type('?');
    expect(await surface.evaluate(() => document.querySelector('input')?.value)).toBe('?');
    expect(await surface.count(shortcuts)).toBe(0);
    // Once clears what was typed, and the field keeps the keyboard.
    await surface.press('Escape');
    await surface.press('Tab');
    await surface.press('?');
    await expect.poll(() => surface.count(shortcuts)).toBe(1);
    expect(await surface.text()).toContain('Ctrl/⌘ + z');
    await surface.press('Escape');
    await expect.poll(() => surface.count(shortcuts)).toBe(0);
  });
}

test('related posts are ranked from the whole feed, read page by page with progress shown', async ({
  waymark,
  server,
}) => {
  const page = await waymark.open(POST);
  const letGo = server.hold('start-index=26');
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Reading the blog: 25 of 29 posts');
  letGo();
  await expect.poll(() => popup.text()).toContain('Chosen from 29 posts');
  await expect.poll(() => popup.text()).not.toContain('Reading the blog');
  const list = { role: 'list', name: 'Linked with this post' } as const;
  const locks = { role: 'link', name: 'Locks, leases & fencing tokens' } as const;
  expect(await popup.count(list, locks)).toBe(1);
  expect(await popup.count(list, { role: 'link', name: TITLE })).toBe(0);

  await popup.click(list, locks);
  await expect
    .poll(async () => (await waymark.blogTabs()).join())
    .toContain('https://www.elidedbranches.com/2012/02/locks-leases-and-fencing.html');
  // Once read, the feed is kept.
  const asked = () => server.served.filter((address) => address.includes('/feeds/')).length;
  const before = asked();
  const again = await waymark.openPopup(page);
  await expect.poll(() => again.text()).toContain('Chosen from 29 posts');
  expect(asked()).toBe(before);
});

/*
 * That the machine is offline (`navigator.onLine`) neither driver can pretend to a service worker
 * and to an event page alike; the component's test has that sentence.
 */
for (const [what, response] of [
  ['an error', { status: 503 }],
  ['something that is no feed', { status: 200, body: '<p>Please sign in.</p>' }],
] as const) {
  test(`when the feed answers with ${what} the popup says so, and Try again works`, async ({
    waymark,
    blog,
  }) => {
    const repair = blog.fail('/feeds/', response);
    const page = await waymark.open(POST);
    const popup = await waymark.openPopup(page);
    await expect.poll(() => popup.text()).toContain('The blog could not be read just now.');
    repair();
    await popup.click(button('Try again'));
    await expect.poll(() => popup.text()).toContain('Chosen from 29 posts');
    expect(await popup.text()).not.toContain('could not be read');
  });
}

test('on a page that is no post the popup shows the latest notes, under the titles of their posts', async ({
  waymark,
}) => {
  const home = await waymark.open('/');
  const empty = await waymark.openPopup(home);
  await expect.poll(() => empty.text()).toContain('No notes yet.');
  await empty.close();

  const page = await waymark.open(POST);
  await annotate(page, EARLY, 'the older one');
  await page.goto('/2026/05/leaving-job-well.html');
  await page.highlight('He shook my hand.');
  await expect.poll(() => page.painted()).toHaveLength(1);

  const popup = await waymark.openPopup(home);
  await expect.poll(() => popup.text()).toContain('Latest notes');
  await expect.poll(() => popup.text()).toContain('the older one');
  const order = ['Leaving a job well', 'He shook my hand.', TITLE, EARLY, 'the older one'];
  const inOrder = async () => {
    const text = await popup.text();
    return order
      .filter((words) => text.includes(words))
      .toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  };
  // A title may come later than what stands under it.
  await expect.poll(inOrder).toEqual(order);
  expect(await popup.text()).not.toContain('Related posts');

  await popup.click({ role: 'link', name: TITLE });
  await expect.poll(() => waymark.blogTabs()).toContain(`https://www.elidedbranches.com${POST}`);
});

test('a passage that its author rewrote is listed as no longer found, with its text', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await annotate(page, LATE, 'my own words');
  await page.highlight(EARLY);
  blog.editPost(POST, (html) =>
    html.replace(LATE, 'In our third year we bought better hardware and forgot about this.'),
  );
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([EARLY]);

  const popup = await waymark.openPopup(page);
  const lost = { role: 'region', name: 'No longer found in this post' } as const;
  await expect.poll(() => popup.count(lost, article(LATE))).toBe(1);
  expect(await popup.count(lost, article(EARLY))).toBe(0);
  expect(await popup.text()).toContain('my own words');
  await expect.poll(() => popup.count(article(EARLY), button('Jump to passage'))).toBe(1);
  expect(await popup.count(article(LATE), button('Jump to passage'))).toBe(0);
});

test('the badge says how many annotations the post in the tab has', async ({ waymark }) => {
  const page = await waymark.open(POST);
  expect(await waymark.badgeText(page)).toBe('');
  await page.highlight(EARLY);
  await expect.poll(() => waymark.badgeText(page)).toBe('1');
  await page.highlight(LATE);
  await expect.poll(() => waymark.badgeText(page)).toBe('2');
  await page.clickOn('two devices');
  await page.clickButton('Delete');
  await expect.poll(() => waymark.badgeText(page)).toBe('1');
  await page.goto('/');
  await expect.poll(() => waymark.badgeText(page)).toBe('');
  await page.goto(POST);
  await expect.poll(() => waymark.badgeText(page)).toBe('1');
});

test('everything is searched as one types, and Escape brings back what was there', async ({
  waymark,
}) => {
  const page = await waymark.open('/2026/05/leaving-job-well.html');
  await annotate(page, 'He shook my hand.', 'about *manners*');
  await page.goto(POST);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('No notes on this post yet.');
  await popup.click({ role: 'searchbox', name: 'Search everything' });
  await popup.type('MANNERS');
  await expect.poll(() => popup.text()).toContain('1 found');
  expect(await popup.text()).toContain('Leaving a job well');
  expect(await popup.text()).not.toContain('No notes on this post yet.');
  await popup.press('Escape');
  await expect.poll(() => popup.text()).toContain('No notes on this post yet.');

  await popup.type('manners');
  // What the first letters found stands elsewhere in the list.
  await expect.poll(() => popup.text()).toContain('1 found');
  await popup.click({ role: 'link', name: 'about manners Leaving a job well' });
  await expect.poll(() => waymark.blogTabs()).toHaveLength(2);
});

test('a post is marked as read, and as unread again', async ({ waymark }) => {
  const page = await waymark.open(POST);
  const popup = await waymark.openPopup(page);
  const pressed = () =>
    popup.evaluate(() => document.querySelector('[aria-pressed]')?.getAttribute('aria-pressed'));
  await popup.click(button('Read'));
  await expect.poll(pressed).toBe('true');
  const again = await waymark.openPopup(page);
  await again.click(button('Read'));
  await expect.poll(pressed).toBe('false');
});
