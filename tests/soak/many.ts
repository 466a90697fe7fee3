import type { Driver } from '../e2e/driver/driver.ts';
import { startDriver } from '../e2e/driver/start-driver.ts';
import type { Surface } from '../e2e/driver/surface.ts';
import { waitFor } from '../e2e/driver/wait.ts';
import { readKept } from './kept.ts';
import { fill, listHere, PASSAGE, POST, POSTS } from './many-notes.ts';
import type { Soak } from './soak.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

/** Milliseconds; a reader would have less. */
const PATIENCE = 120_000;

const button = (name: string) => ({ role: 'button', name }) as const;
const SEARCH = { role: 'searchbox', name: 'Search your notes' } as const;

/** Have the library hold very many annotations, use all of it, and count what is there afterwards. */
export const useMany: Soak = async ({ server, times, log }) => {
  const waymark = await startDriver({ browser: 'chromium', server });
  const watch = createStopwatch(log);
  try {
    const here = await listHere(waymark);
    const made = await fill(waymark, here, times - 1, log);
    const total = `${times.toLocaleString('en')} notes`;
    await highlight(waymark, watch, here.length);
    await search(waymark, watch, total);
    const inBackup = await backUp(waymark, watch, total);
    const inFile = await exportAll(waymark, watch);
    await watch.time('the browser started again', () => waymark.restart());
    const page = await waymark.openOwnPage('options.html');
    const kept = await page.evaluate(readKept);
    const added = kept.filter(({ passage }) => passage === PASSAGE).map(({ id }) => id);
    const wanted = [...made, added[0] ?? 'the highlight'];
    const places = [kept.map(({ id }) => id), inBackup, inFile];
    const lostIn = (ids: readonly string[]) => {
      const there = new Set(ids);
      return wanted.filter((id) => !there.has(id)).length;
    };
    return {
      title: 'Very many annotations',
      what: `${times.toLocaleString('en')} annotations on ${POSTS + 1} posts; afterwards all of them are in the library, in a backup and in an export (Chromium)`,
      measured: `What was done with them took: ${watch.said()}.`,
      kills: 0,
      acknowledged: wanted.length,
      lost: Math.max(...places.map(lostIn)),
      twice: Math.max(...places.map((ids) => ids.length - wanted.length), 0),
    };
  } finally {
    await waymark.close();
  }
};

async function highlight(waymark: Driver, watch: Stopwatch, here: number): Promise<void> {
  const page = await watch.time('a page opened', () => waymark.open(POST));
  const isPainted = async (count: number) => (await page.painted()).length >= count;
  await watch.time(`its ${here} passages painted`, () =>
    waitFor('what is painted', () => isPainted(here)),
  );
  await page.select(PASSAGE);
  await watch.time('one more highlighted and saved', async () => {
    await page.clickButton('Highlight');
    const number = String(here + 1);
    await waitFor('the badge', async () => (await waymark.badgeText(page)) === number, PATIENCE);
  });
  const popup = await watch.time('the popup opened', async () => {
    const popup = await waymark.openPopup(page);
    await saying(popup, PASSAGE);
    return popup;
  });
  await watch.noteLongest('its longest block', popup);
  await popup.close();
  await page.close();
}

const saying = (surface: Surface, words: string) =>
  waitFor(words, async () => (await surface.text()).includes(words), PATIENCE);

async function search(waymark: Driver, watch: Stopwatch, total: string): Promise<void> {
  const library = await watch.time('the library’s first screen', async () => {
    const library = await waymark.openLibrary();
    await waitFor('a note', () => library.evaluate(() => !!document.querySelector('.passage')));
    return library;
  });
  await watch.time('all of it counted', () => saying(library, total));
  await watch.noteLongest('its longest block', library);
  await watch.time('words typed and found', async () => {
    await library.fill(SEARCH, '"for my questions, or not first"');
    await saying(library, `1 of ${total}`);
  });
  await watch.noteLongest('its longest block then', library);
  await library.close();
}

/** @returns the ids in a backup that was made and saved as a file. */
async function backUp(waymark: Driver, watch: Stopwatch, total: string): Promise<string[]> {
  const settings = await waymark.openOwnPage('options.html#backups');
  await watch.time('a backup made', async () => {
    await settings.click(button('Back up now'));
    await saying(settings, 'Backed up.');
  });
  await saying(settings, `, ${total},`);
  await watch.noteLongest('its longest block', settings);
  const saved = await watch.time('a backup saved as a file', () =>
    settings.download(() => settings.click(button('Save as file'))),
  );
  await settings.close();
  return idsIn(saved.text);
}

/** @returns the ids in a library that was exported. */
async function exportAll(waymark: Driver, watch: Stopwatch): Promise<string[]> {
  const library = await waymark.openLibrary('export=1');
  let text = '';
  for (const format of ['Markdown', 'Waymark library (JSON)']) {
    await library.choose('Format', format);
    await library.click({ role: 'radio', name: 'One file' });
    ({ text } = await watch.time(`all of it exported as ${format}`, () =>
      library.download(() => library.click(button('Download'))),
    ));
  }
  await watch.noteLongest('its longest block', library);
  await library.close();
  return idsIn(text);
}

function idsIn(text: string): string[] {
  const { annotations } = JSON.parse(text) as { annotations: { id: string }[] };
  return annotations.map(({ id }) => id);
}
