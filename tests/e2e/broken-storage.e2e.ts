import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const PASSAGE = 'Nor is it for my questions, or not first.';

const button = (name: string) => ({ role: 'button', name }) as const;
const HELD = 'another tab may hold it';

test('an old library that another tab holds is told of everywhere, and opens when the tab has gone', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  const holder = await waymark.openOwnPage('privacy.html');
  await expect.poll(() => holder.evaluate(holdOldLibrary)).toBe('held');

  await page.highlight(PASSAGE);
  const library = await waymark.openLibrary();
  const popup = await waymark.openPopup(page);
  const panel = await waymark.openSidePanel(page);
  const settings = await waymark.openOwnPage('options.html');
  for (const view of [library, popup, panel, settings]) {
    await expect.poll(() => view.text()).toContain(HELD);
  }
  await page.bringToFront();
  await expect.poll(() => page.findButton('Try again')).toBeDefined();

  await holder.close();
  await expect.poll(() => library.text()).toContain('Written long ago');
  await expect.poll(() => panel.text()).not.toContain(HELD);
  await page.clickButton('Try again');
  await expect.poll(() => library.text()).toContain('2 notes');
});

/** Put a library of the first version in the place of this one, and hold it without letting go. */
async function holdOldLibrary(): Promise<string> {
  const place = globalThis as { held?: IDBDatabase };
  const answerOf = (request: IDBOpenDBRequest) =>
    new Promise<string>((resolve) => {
      request.onsuccess = () => resolve('held');
      request.onerror = () => resolve(String(request.error));
    });
  await answerOf(indexedDB.deleteDatabase('waymark'));
  const opening = indexedDB.open('waymark', 10);
  opening.onupgradeneeded = () => {
    const made = opening.result;
    const annotations = made.createObjectStore('annotations', { keyPath: 'id' });
    annotations.createIndex('target.source', 'target.source');
    annotations.createIndex('created', 'created');
    annotations.put({
      id: '019a5c1e-7d3b-7c52-9b1e-2c8a3d1f7a90',
      motivation: 'commenting',
      target: {
        source: 'https://www.elidedbranches.com/2016/06/consensus-for-rest-of-us.html',
        selector: [],
        passage: '',
      },
      body: { type: 'TextualBody', format: 'text/markdown', value: 'Written long ago' },
      created: '2026-01-01T10:00:00.000Z',
      modified: '2026-01-01T10:00:00.000Z',
    });
    const posts = made.createObjectStore('posts', { keyPath: 'permalink' });
    posts.createIndex('published', 'published');
    made.createObjectStore('drafts', { keyPath: 'id' });
    made.createObjectStore('states', { keyPath: 'key' });
  };
  const answer = await answerOf(opening);
  if (answer === 'held') place.held = opening.result;
  return answer;
}

async function openLibraryOfOne(waymark: Driver): Promise<Surface> {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain('1 note');
  return library;
}

/** Write a note that there is no room for. */
async function writeInVain(library: Surface): Promise<void> {
  await library.click(button('Add note'));
  await library.fill({ role: 'textbox', name: 'Your note' }, 'Kept in the field');
  await library.press('ControlOrMeta+Enter');
  await expect.poll(() => library.text()).toContain('There is no room left');
  // That may have been said of the draft, while the note itself was still being tried.
  await expect.poll(() => library.text()).toContain('The note could not be saved.');
  await expect.poll(() => library.valueOf('Your note')).toContain('Kept in the field');
}

test('what cannot be written is told in words, with details to copy, and the text stays', async ({
  waymark,
}) => {
  const library = await openLibraryOfOne(waymark);
  await library.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name !== 'annotations') return put.apply(this, given);
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
  });
  await writeInVain(library);
  expect(await library.text()).toContain('Details');
  const settings = await waymark.openOwnPage('options.html#problems');
  await expect.poll(() => settings.text()).toContain('went wrong of late');
  await settings.click(button('Forget'));
  await expect.poll(() => settings.text()).toContain('Nothing went wrong of late.');
});

test('on a disk that is almost full nothing is handed to the browser; with room again it is saved', async ({
  waymark,
}) => {
  const library = await openLibraryOfOne(waymark);
  await library.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      document.title = 'Something was written';
      return put.apply(this, given);
    };
    // What Chromium says when a kilobyte is left.
    const almostFull = { usage: 5000, quota: 6024, usageDetails: { indexedDB: 5000 } };
    navigator.storage.estimate = async () => almostFull;
  });
  await writeInVain(library);
  expect(await library.evaluate(() => document.title)).not.toBe('Something was written');
  await library.evaluate(() => {
    Reflect.deleteProperty(navigator.storage, 'estimate');
  });
  await library.press('ControlOrMeta+Enter');
  await expect.poll(() => library.count({ role: 'textbox', name: 'Your note' })).toBe(0);
  await expect.poll(() => library.text()).toContain('Kept in the field');
});

test('a library that cannot be read gives way to its backup, when the reader has been told', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  const settings = await waymark.openOwnPage('options.html#backups');
  await settings.click(button('Back up now'));
  await expect.poll(() => settings.text()).toMatch(/The last one: .*, 1 note,/);
  await settings.evaluate(() => {
    const { getAll } = IDBObjectStore.prototype;
    const { deleteDatabase } = IDBFactory.prototype;
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException('Internal error', 'UnknownError');
    };
    IDBFactory.prototype.deleteDatabase = function (name) {
      IDBObjectStore.prototype.getAll = getAll;
      return deleteDatabase.call(this, name);
    };
  });
  await settings.click(button('Restore…'));
  await expect.poll(() => settings.text()).toContain('Your library cannot be opened.');
  await settings.click(button('Restore'));
  await expect.poll(() => settings.text()).toContain('1 note restored');
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test.describe('after a crash of the disk', () => {
  test.use({ restarts: true });

  test('a library whose files are damaged comes back from its backup', async ({ waymark }) => {
    const page = await waymark.open(POST);
    await page.highlight(PASSAGE);
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);
    const before = await waymark.openOwnPage('options.html#backups');
    await before.click(button('Back up now'));
    await expect.poll(() => before.text()).toMatch(/The last one: .*, 1 note,/);

    await waymark.restart(damageLibrary);
    const library = await waymark.openLibrary();
    await expect
      .poll(() => library.text())
      .toMatch(/There is a backup of|cannot read your library/);
    const settings = await waymark.openOwnPage('options.html#backups');
    await settings.click(button('Restore…'));
    await expect.poll(() => settings.text()).toContain('1 note comes back');
    await settings.click(button('Restore'));
    await expect.poll(() => settings.text()).toContain('1 note restored');
    const again = await waymark.open(POST);
    await expect.poll(() => again.painted()).toEqual([PASSAGE]);
  });
});

/** Write nonsense over every file of the library's, wherever the browser keeps them. */
async function damageLibrary(profileDir: string): Promise<void> {
  const files = await readdir(profileDir, { recursive: true, withFileTypes: true });
  const damaged = files.filter(
    ({ name, parentPath }) =>
      /chrome-extension_[^/]*\.indexeddb\.leveldb$/.test(parentPath) ||
      (/moz-extension\+\+\+[^^/]*\/idb$/.test(parentPath) && name.endsWith('.sqlite')),
  );
  expect(damaged.length).toBeGreaterThan(0);
  for (const { name, parentPath } of damaged.filter((file) => file.isFile())) {
    await writeFile(join(parentPath, name), 'nonsense '.repeat(1000));
  }
}
