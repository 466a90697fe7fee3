import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import { RECORDS } from './views/records.ts';

/*
 * What readers do most, from beginning to end with no mouse. Reading and marking on the page are
 * in keyboard.e2e.ts, the books of the map in map.e2e.ts.
 */

const POST = '/2016/06/consensus-for-rest-of-us.html';
const PASSAGE = 'This post is for that night.';
/** More stops than the Tab key makes in any of these views. */
const MOST_STOPS = 80;

/** What has the focus, by its name. */
const focused = (surface: Surface) =>
  surface.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent;
    return (label ?? element?.textContent ?? '').trim();
  });

/** Press Tab until something by this name has the focus. */
async function tabTo(surface: Surface, name: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS && (await focused(surface)) !== name; stops += 1) {
    await surface.press(key);
  }
  expect(await focused(surface)).toBe(name);
}

test('the library: several notes are chosen, tagged, and the tag is taken back', async ({
  waymark,
}) => {
  await waymark.keep(RECORDS);
  const library = await waymark.openOwnPage('library.html?q=tag:incidents');
  await expect.poll(() => library.text()).toContain('3 of ');
  await tabTo(library, 'Select: The timeline first, with no adjectives.');
  await library.press(' ');
  await library.press('j');
  const next = 'Select: The one thing ours didn’t have was an owner.';
  await expect.poll(() => focused(library)).toBe(next);
  await library.press('x');
  await expect.poll(() => library.text()).toContain('2 notes selected');
  await tabTo(library, 'Tags');
  await library.press('Enter');
  await expect.poll(() => library.text()).toContain('Tags to add');
  await tabTo(library, 'Tags to add');
  await library.type('cormorant');
  await library.press('Enter');
  await tabTo(library, 'Add to the selected notes');
  await library.press('Enter');
  await expect.poll(() => library.text()).toContain('2 notes tagged “cormorant”');
  // The panel closes, and the focus is where it was opened.
  await expect.poll(() => focused(library)).toBe('Tags');
  await tabTo(library, 'Undo', 'Shift+Tab');
  await library.press('Enter');
  await expect.poll(() => library.text()).not.toContain('cormorant');
  expect(await focused(library)).not.toBe('');
});

test('the popup: a note on the post is written, found, deleted, and brought back', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('No notes on this post yet.');
  await tabTo(popup, 'Note on the whole post');
  await popup.type('Ask who wakes up');
  await tabTo(popup, 'Comment');
  await popup.press('ArrowRight');
  await popup.press('Control+Enter');
  await expect.poll(() => popup.count({ role: 'article', name: 'On the whole post' })).toBe(1);
  await expect.poll(() => focused(popup)).toBe('Note on the whole post');

  await tabTo(popup, 'Search everything', 'Shift+Tab');
  await popup.type('wakes');
  await expect.poll(() => popup.text()).toContain('1 found');
  await popup.press('Escape');
  await expect.poll(() => popup.text()).toContain('Your notes 1');

  await tabTo(popup, 'Delete');
  await popup.press('Enter');
  await expect.poll(() => popup.text()).toContain('No notes on this post yet.');
  await tabTo(popup, 'Undo');
  await popup.press('Enter');
  await expect.poll(() => popup.text()).toContain('Ask who wakes up');
  await expect.poll(() => popup.text()).toContain('Question');
});

test('the side panel: a highlight is made a question with a note, and the page goes to it', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  const panel = await waymark.openSidePanel(page);
  await expect.poll(() => panel.count({ role: 'article', name: PASSAGE })).toBe(1);
  await tabTo(panel, 'Kind and tags');
  await panel.press('Enter');
  await tabTo(panel, 'Highlight');
  await panel.press('ArrowRight');
  await expect.poll(() => focused(panel)).toBe('Question');
  await tabTo(panel, 'Add note', 'Shift+Tab');
  await panel.press('Enter');
  await expect.poll(() => focused(panel)).toBe('Your note');
  await panel.type('What woke them?');
  await panel.press('Control+Enter');
  await expect.poll(() => focused(panel)).toBe('Edit note');
  expect(await panel.text()).toContain('What woke them?');
  await tabTo(panel, 'Jump to passage', 'Shift+Tab');
  await panel.press('Enter');
  await expect.poll(() => page.attended()).toEqual([PASSAGE]);
});

test('the map: only unread posts are shown, one is marked as read, and that is taken back', async ({
  waymark,
}) => {
  const map = await waymark.openOwnPage('library.html?view=map');
  await tabTo(map, 'Read the blog');
  await map.press('Enter');
  await expect.poll(() => map.text()).toContain('29 posts, 0 read');
  await tabTo(map, 'Unread 29');
  await map.press(' ');
  const book = () =>
    map.evaluate(() => document.activeElement?.getAttribute('data-post') ?? undefined);
  for (let stops = 0; stops < MOST_STOPS && !(await book()); stops += 1) await map.press('Tab');
  const marked = await book();
  await map.press('r');
  await expect.poll(() => map.text()).toContain('29 posts, 1 read');
  // The marked one goes; the focus does not.
  await expect.poll(book).not.toBe(marked);
  expect(await book()).toBeTruthy();
  await tabTo(map, 'Undo');
  await map.press('Enter');
  await expect.poll(() => map.text()).toContain('29 posts, 0 read');
});
