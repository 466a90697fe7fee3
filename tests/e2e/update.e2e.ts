import type { BlogPage } from './driver/blog-page.ts';
import type { Driver } from './driver/driver.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';
const NEXT = 'He shook my hand.';

/** The elements beside head and body: one while something of Waymark's shows. */
const hosts = (page: BlogPage) => page.evaluate(() => document.documentElement.children.length - 2);

/** Keep the library busy, so that nothing can be saved in it, until this page of Waymark's goes. */
async function keepBusy(waymark: Driver): Promise<void> {
  const own = await waymark.openOwnPage('privacy.html');
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const store = opening.result
            .transaction('annotations', 'readwrite')
            .objectStore('annotations');
          const goOn = () => {
            store.count().onsuccess = goOn;
          };
          goOn();
          resolve();
        };
      }),
  );
}

test('a note being written when Waymark is updated under its page is written on', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await page.select(NEXT);
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type('half');
  await expect.poll(() => editor.valueOf('Your note')).toBe('half');
  await waymark.update();

  await test.step('by a new editor, with all that was typed', async () => {
    const isNew = async () => {
      const again = await page.noteEditor().catch(() => undefined);
      return again?.evaluate(() => {
        const { browser, chrome } = globalThis as unknown as Record<string, typeof Api>;
        return (browser?.runtime ?? chrome?.runtime)?.id !== undefined;
      });
    };
    // One look may last as long as others' patience, in an editor that is about to go.
    await expect.poll(isNew, { timeout: 30_000 }).toBe(true);
    const again = await page.noteEditor();
    await expect.poll(() => again.valueOf('Your note')).toBe('half');
    await again.type(' a thought');
    await again.press('Control+Enter');
    await expect.poll(() => page.isEditorOpen()).toBe(false);
  });
  await test.step('with no button left that does nothing, and each highlight once', async () => {
    await expect.poll(() => page.painted()).toEqual([NEXT, PASSAGE]);
    await page.press('Escape');
    // The note has its mark in the margin.
    await expect.poll(() => hosts(page)).toBe(1);
    await page.clickOn('shook');
    await page.clickButton('Delete');
    await page.press('Escape');
    await expect.poll(() => hosts(page)).toBe(0);
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  });
  await test.step('and another update finds a page that works', async () => {
    await waymark.update();
    await page.select('My badge stopped working');
    await expect
      .poll(() => page.press('h').then(() => page.painted()))
      .toEqual(['My badge stopped working', PASSAGE]);
    await page.reload();
    await expect.poll(() => page.painted()).toEqual(['My badge stopped working', PASSAGE]);
  });
});

test('a highlight that was not saved yet when Waymark is updated is saved by the new one', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(NEXT);
  await expect.poll(() => page.painted()).toEqual([NEXT]);
  await keepBusy(waymark);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([NEXT, PASSAGE]);
  await page.close();
  // It closes Waymark's own pages, and with them the one that keeps the library busy.
  await waymark.update();

  const again = await waymark.open(POST);
  await expect.poll(() => again.painted()).toEqual([NEXT, PASSAGE]);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain(PASSAGE);
});

declare const Api: { runtime?: { id?: string } };
