import type { BlogPage } from './driver/blog-page.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2016/06/consensus-for-rest-of-us.html';
const OTHER = '/2026/05/leaving-job-well.html';
const TITLE = 'Consensus for the rest of us';
const EARLY = 'This post is for that night.';
const LATE = 'Those need to be two devices, not merely two directories.';

const article = (name: string) => ({ role: 'article', name }) as const;
const button = (name: string) => ({ role: 'button', name }) as const;
const postNote = { role: 'textbox', name: 'Note on the whole post' } as const;

/** The passages whose cards are marked as being on the screen. */
const current = (panel: Surface) =>
  panel.evaluate(() =>
    Array.from(
      document.querySelectorAll('[aria-current="location"]'),
      ({ ariaLabel }) => ariaLabel,
    ),
  );

/** What has the keyboard, by its accessible name. */
const focused = (panel: Surface) =>
  panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

async function highlightBoth(page: BlogPage): Promise<void> {
  await page.highlight(EARLY);
  await page.highlight(LATE);
  await expect.poll(() => page.painted()).toEqual([EARLY, LATE]);
}

test('the side panel follows the scroll position, and a click on a passage scrolls the page', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await highlightBoth(page);
  const panel = await waymark.openSidePanel(page);
  await expect.poll(() => panel.count(article(LATE))).toBe(1);

  await page.bringToFront();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await expect.poll(() => current(panel)).not.toContain(EARLY);
  await panel.click(article(EARLY), button('Jump to passage'));
  // What stands out does so for a moment only.
  await expect.poll(() => page.attended()).toEqual([EARLY]);
  await expect.poll(() => current(panel)).toContain(EARLY);
});

test('the side panel follows the tab to another post', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(EARLY);
  const panel = await waymark.openSidePanel(page);
  await expect.poll(() => panel.count({ role: 'heading', name: TITLE })).toBe(1);
  await expect.poll(() => panel.count(article(EARLY))).toBe(1);

  await page.goto(OTHER);
  await expect.poll(() => panel.count({ role: 'heading', name: 'Leaving a job well' })).toBe(1);
  await expect.poll(() => panel.text()).toContain('No notes on this post yet.');
  await page.highlight('He shook my hand.');
  await expect.poll(() => panel.count(article('He shook my hand.'))).toBe(1);
});

test('the side panel is about the tab that is brought to the front', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(EARLY);
  // As a browser opens it beside the tabs: about whichever of them is before the reader.
  const panel = await waymark.openOwnPage('sidepanel.html');
  const other = await waymark.open(OTHER);
  await expect.poll(() => panel.count({ role: 'heading', name: 'Leaving a job well' })).toBe(1);
  await page.bringToFront();
  await expect.poll(() => panel.count({ role: 'heading', name: TITLE })).toBe(1);
  await expect.poll(() => panel.count(article(EARLY))).toBe(1);
  await other.bringToFront();
  await expect.poll(() => panel.count({ role: 'heading', name: 'Leaving a job well' })).toBe(1);
  await expect.poll(() => panel.count(article(EARLY))).toBe(0);
});

test('on a page with several posts it is about the one that is being read', async ({ waymark }) => {
  const home = await waymark.open('/');
  const panel = await waymark.openSidePanel(home);
  const bringUp = async (scroll: () => string) => {
    await home.bringToFront();
    return home.evaluate(scroll);
  };
  const first = await bringUp(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    return document.querySelectorAll('.post-title')[0]?.textContent?.trim() ?? '';
  });
  await expect.poll(() => panel.count({ role: 'heading', name: first })).toBeGreaterThan(0);
  const third = await bringUp(() => {
    document.querySelectorAll('.post-body')[2]?.scrollIntoView({ behavior: 'instant' });
    return document.querySelectorAll('.post-title')[2]?.textContent?.trim() ?? '';
  });
  expect(third).not.toBe(first);
  await expect.poll(() => panel.count({ role: 'heading', name: third })).toBeGreaterThan(0);
});

test('a note on the whole post is an action, stands first, is tagged, and is done', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(EARLY);
  const panel = await waymark.openSidePanel(page);
  await panel.click(postNote);
  await panel.type('Try it with my team');
  await panel.click({ role: 'radio', name: 'Action' });
  await panel.press('Control+Enter');
  const whole = article('On the whole post');
  await expect.poll(() => panel.count(whole)).toBe(1);
  const text = await panel.text();
  expect(text.indexOf('Try it with my team')).toBeLessThan(text.indexOf(EARLY));

  await panel.click(whole, button('Kind and tags'));
  await panel.click(whole, { role: 'combobox', name: 'Tags' });
  await panel.type('teams,');
  await expect.poll(() => panel.count(whole, { role: 'list', name: 'Tags' })).toBe(1);
  await panel.click(whole, { role: 'checkbox', name: 'Done' });
  await expect.poll(() => panel.text()).toContain('Action, done');

  // All of it is kept.
  const again = await waymark.openSidePanel(page);
  await expect.poll(() => again.text()).toContain('Action, done');
  expect(await again.text()).toContain('teams');
});

test('what was written on the whole post and never added is there again, and of which kind', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const panel = await waymark.openSidePanel(page);
  await panel.click(postNote);
  await panel.type('half a thought');
  await panel.click({ role: 'radio', name: 'Question' });
  await expect
    .poll(async () => {
      const other = await waymark.openPopup(page);
      await expect.poll(() => other.count(postNote)).toBe(1);
      const value = await other.valueOf('Note on the whole post');
      const kind = await other.evaluate(() =>
        document.querySelector<HTMLInputElement>(':checked')?.labels?.[0]?.innerText.trim(),
      );
      await other.close();
      return { value, kind };
    })
    .toEqual({ value: 'half a thought', kind: 'Question' });
});

test('the keyboard is never lost: it goes to the neighbour of what is deleted, and back with it', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await highlightBoth(page);
  const panel = await waymark.openSidePanel(page);
  await panel.click(article(EARLY), button('Delete'));
  await expect.poll(() => panel.count(article(EARLY))).toBe(0);
  expect(await focused(panel)).toBe(LATE);
  await panel.click(button('Undo'));
  await expect.poll(() => panel.count(article(EARLY))).toBe(1);
  await expect.poll(() => focused(panel)).toBe(EARLY);
  await expect.poll(() => page.painted()).toEqual([EARLY, LATE]);
});

test('a file of the post can be saved, by way of the side panel', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(EARLY);
  const panel = await waymark.openSidePanel(page);
  await expect.poll(() => panel.count(article(EARLY))).toBe(1);
  await panel.click(button('Export…'));
  const library = await waymark.followToLibrary();
  const { name, text } = await library.download(() => library.click(button('Download')));
  expect(name).toMatch(/\.md$/);
  expect(text).toContain(EARLY);
});
