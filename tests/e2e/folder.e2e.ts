import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const OTHER = '/2016/06/consensus-for-rest-of-us.html';
const KEPT = 'Nor is it for my questions, or not first.';
const DELETED = 'Usually half of it has answered itself by then.';
const ELSEWHERE = 'Those need to be two devices, not merely two directories.';
const FILE = '2013-03-24 What one-on-ones are for.md';
const OTHER_FILE = '2016-06-12 Consensus for the rest of us.md';

const INTO_FOLDER = {
  role: 'radio',
  name: 'A folder, one file a post, such as an Obsidian vault',
} as const;

const button = (name: string) => ({ role: 'button', name }) as const;

interface FolderFile {
  name: string;
  text: string;
  lastModified: number;
}

/**
 * Have the page pick a folder of its own file system, whose handles are real ones, where the browser
 * would open a dialog that nobody can drive.
 */
async function pickOwnFolder(library: Surface): Promise<void> {
  await library.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Vault', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  });
}

const readFolder = (library: Surface): Promise<FolderFile[]> =>
  library.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Vault');
    const files: FolderFile[] = [];
    for await (const handle of folder.values()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      files.push({ name: file.name, text: await file.text(), lastModified: file.lastModified });
    }
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
  });

async function planExport(library: Surface): Promise<void> {
  await library.click(INTO_FOLDER);
  if ((await library.count(button('Choose a folder…'))) > 0) {
    await pickOwnFolder(library);
    await library.click(button('Choose a folder…'));
  }
  await library.click(button('See what will change'));
}

test('a folder is written into again without losing what the reader wrote there', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(KEPT);
  await page.highlight(DELETED);
  await expect.poll(() => page.painted()).toHaveLength(2);
  await page.goto(OTHER);
  await page.highlight(ELSEWHERE);
  await expect.poll(() => page.painted()).toHaveLength(1);

  const library = await waymark.openLibrary('export=1');
  await expect.poll(() => library.text()).toContain('Everything 3');
  // Firefox hands out no folders: none is offered there.
  const isOffered = (await library.count(INTO_FOLDER)) > 0;
  expect(isOffered).toBe(waymark.browser === 'chromium');
  if (!isOffered) return;
  await planExport(library);
  await expect.poll(() => library.text()).toContain('What will change in “Vault”');
  expect(await library.text()).toContain('2 new files');
  expect(await readFolder(library)).toEqual([]);
  await library.click(button('Write these files'));
  await expect.poll(() => library.text()).toContain('2 files written into “Vault”.');
  const first = await readFolder(library);
  expect(first.map(({ name }) => name)).toEqual([FILE, OTHER_FILE]);
  expect(first[0]?.text).toContain(`> ${KEPT}`);
  expect(first[0]?.text).toContain(`> ${DELETED}`);

  // The reader writes above, below and between the blocks, and throws one highlight away.
  await library.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Vault');
    const handle = await folder.getFileHandle('2013-03-24 What one-on-ones are for.md');
    const text = await (await handle.getFile()).text();
    const between = text.replace('<!-- /waymark -->\n', '<!-- /waymark -->\n\nMine, between.\n');
    const stream = await handle.createWritable();
    await stream.write(`Mine, above.\n\n${between}\nMine, below.\n`);
    await stream.close();
  });
  await page.goto(POST);
  await page.clickOn(DELETED);
  await page.clickButton('Delete');
  await expect.poll(() => page.painted()).toEqual([KEPT]);

  // The folder is remembered, by a page opened anew.
  const again = await waymark.openLibrary('export=1');
  await expect.poll(() => again.text()).toContain('Everything 2');
  await planExport(again);
  await expect.poll(() => again.text()).toContain('What will change in “Vault”');
  const plan = await again.text();
  expect(plan).toContain('1 file changed · 1 file unchanged');
  expect(plan).toContain('1 marked as removed');
  expect(plan).not.toContain(OTHER_FILE);
  const before = await readFolder(again);
  expect(before[0]?.text).not.toContain('No longer in Waymark');
  await again.click(button('Write these files'));
  await expect.poll(() => again.text()).toContain('1 file written into “Vault”.');

  const [changed, untouched] = await readFolder(again);
  expect(changed?.text.startsWith('Mine, above.\n')).toBe(true);
  expect(changed?.text.endsWith('\nMine, below.\n')).toBe(true);
  expect(changed?.text).toContain('<!-- /waymark -->\n\nMine, between.\n');
  expect(changed?.text).toContain(`*No longer in Waymark*\n\n> ${DELETED}`);
  expect(changed?.text).toContain(`> ${KEPT}`);
  expect(untouched).toEqual(first[1]);

  // Once more there is nothing to do.
  await again.click(button('Close'));
  const last = await waymark.openLibrary('export=1');
  await expect.poll(() => last.text()).toContain('Everything 2');
  await planExport(last);
  await expect.poll(() => last.text()).toContain('Nothing will change in “Vault”');
});
