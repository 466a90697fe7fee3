import type { Surface } from './driver/surface.ts';
import { waitFor } from './driver/wait.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2016/06/consensus-for-rest-of-us.html';

const button = (name: string) => ({ role: 'button', name }) as const;

/** How many annotations the database holds. */
function countStored(page: Surface): Promise<number> {
  return page.evaluate(async () => {
    const open = indexedDB.open('waymark');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const names = Array.from(database.objectStoreNames);
    const counting = names.includes('annotations')
      ? database.transaction('annotations').objectStore('annotations').count()
      : undefined;
    const count = await new Promise<number>((resolve) => {
      if (counting) counting.onsuccess = () => resolve(counting.result);
      else resolve(0);
    });
    database.close();
    return count;
  });
}

test('what is tried on the first page is painted there, and kept nowhere', async ({ waymark }) => {
  const welcome = await waymark.openOwnPage('welcome.html');
  await welcome.click(button('Select a sentence for me'));
  await waitFor('the toolbar', () =>
    welcome.evaluate(() => document.documentElement.lastElementChild !== document.body),
  );
  await welcome.press('n');
  await waitFor('the note', async () => (await welcome.text()).includes('Your note'));
  await welcome.type('To try.');
  await welcome.press('Control+Enter');
  await expect.poll(() => welcome.text()).toContain('To try.');
  const painted = await welcome.evaluate(() =>
    [...CSS.highlights.values()].flatMap((ranges) => Array.from(ranges, String)),
  );
  expect(painted).toEqual(['The best note is short and made at once.']);
  expect(await countStored(welcome)).toBe(0);
});

test.describe('in a new profile', () => {
  test.use({ restarts: true });

  test('that the first page has opened by itself is remembered, so that it does so once', async ({
    waymark,
  }) => {
    // Whoever starts the browser has awaited the page and put it away; see `willWelcome`.
    const options = await waymark.openOwnPage('options.html');
    const isWelcomed = () =>
      options.evaluate(async () => {
        const open = indexedDB.open('waymark');
        const database = await new Promise<IDBDatabase>((resolve) => {
          open.onsuccess = () => resolve(open.result);
        });
        const asked = database.transaction('settings').objectStore('settings').get('welcomed');
        const setting = await new Promise<{ value: unknown } | undefined>((resolve) => {
          asked.onsuccess = () => resolve(asked.result);
        });
        database.close();
        return setting?.value;
      });
    await expect.poll(isWelcomed).toBe(true);
  });
});

test('the names given to colours are kept, and everything can be deleted', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight('All the rest (leaders', 'make this go fast');
  await expect.poll(() => page.painted()).toHaveLength(1);

  const options = await waymark.openOwnPage('options.html');
  await options.fill({ role: 'textbox', name: 'Green' }, 'try this');
  await expect.poll(() => options.text()).toContain('Saved');
  const again = await waymark.openOwnPage('options.html');
  await expect.poll(() => again.valueOf('Green')).toBe('try this');

  await again.click(button('Delete everything…'));
  await again.fill({ role: 'textbox', name: 'To go on, type “delete”' }, 'delete');
  await again.click(button('Delete everything'));
  await expect.poll(() => again.text()).toContain('Everything has been deleted.');
  expect(await countStored(again)).toBe(0);
  await expect.poll(() => page.painted()).toEqual([]);
});
