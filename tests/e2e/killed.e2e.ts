import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { toWaymarkJson } from '../../lib/exchange/waymark-json.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

/* `npm run soak` does all of this for long. */

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';
/** So many that their import lasts, whatever machine it is on. */
const MANY = 1500;

const button = (name: string) => ({ role: 'button', name }) as const;

/** A library of so many highlights. */
function manyNotes(): string {
  const annotations = Array.from({ length: MANY }, (_, index) => {
    const passage = `Passage ${index}`;
    const selector = [
      { type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' },
    ];
    return createAnnotation({ source: `${CANONICAL_ORIGIN}${POST}`, selector, passage });
  });
  const nothing = { drafts: [], posts: [], readings: [], colourNames: {} };
  return toWaymarkJson({ annotations, ...nothing });
}

/** Read a file, up to where one click imports it. */
async function offer(library: Surface, text: string): Promise<void> {
  await library.click(button('Import…'));
  await library.chooseFile('File to import', { name: 'library.json', text });
  await expect.poll(() => library.text()).toMatch(/1,500 new notes|nothing to do/);
}

test.describe(() => {
  test.use({ restarts: true });

  test('the browser is killed as soon as a note is saved, and the note is there', async ({
    waymark,
  }) => {
    const page = await waymark.open(POST);
    await page.select(PASSAGE);
    await page.clickButton('Note');
    await page.writeNote('acknowledged');
    // It closes when the note has been saved, and not before.
    await expect.poll(() => page.isEditorOpen()).toBe(false);
    await waymark.crash();

    const again = await waymark.open(POST);
    await expect.poll(() => again.painted()).toEqual([PASSAGE]);
    const popup = await waymark.openPopup(again);
    await expect.poll(() => popup.text()).toContain('acknowledged');
  });
});

test('an import whose page is closed is there whole or not at all, and can be made again', async ({
  waymark,
}) => {
  const text = manyNotes();
  const library = await waymark.openLibrary();
  await offer(library, text);
  await library.click(button('Import'));
  await library.close();

  const again = await waymark.openLibrary();
  await expect.poll(() => again.text()).toMatch(/No notes yet|1,500 notes/);
  await offer(again, text);
  if ((await again.text()).includes('new notes')) await again.click(button('Import'));
  else await again.press('Escape');
  await expect.poll(() => again.text()).toContain('1,500 notes');
});

test('a reading of the blog whose background is killed goes on where it was', async ({
  waymark,
  server,
}) => {
  const letGo = server.hold('start-index=26');
  const page = await waymark.open(POST);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Reading the blog: 25 of 29 posts');
  await waymark.stopBackground();
  letGo();
  const again = await waymark.openPopup(page);
  await expect.poll(() => again.text()).toMatch(/Chosen from 2\d posts/);
  const starts = server.served.flatMap((url) => /start-index=(\d+)/.exec(url)?.[1] ?? []);
  expect(starts.filter((start) => start === '1').length).toBeLessThan(2);
});

test('an import and an export do not mind that the background is killed', async ({ waymark }) => {
  const library = await waymark.openLibrary();
  await offer(library, manyNotes());
  await library.click(button('Import'));
  await waymark.stopBackground();
  await expect.poll(() => library.text()).toContain('1,500 notes imported');
  const exporting = await waymark.openLibrary('export=1');
  await exporting.choose('Format', 'Waymark library (JSON)');
  const saved = await exporting.download(async () => {
    await exporting.click(button('Download'));
    await waymark.stopBackground();
  });
  expect(JSON.parse(saved.text).annotations).toHaveLength(MANY);
});
