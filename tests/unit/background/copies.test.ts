import { beforeEach, expect, test, vi } from 'vitest';
import { packLibrary } from '../../../lib/exchange/pack-library.ts';
import { provideBrowser } from '../messaging/fake-browser.ts';
import { anAnnotation } from '../storage/fresh-database.ts';

type Listener = (changed: { id: number }) => void;

const listeners = new Set<Listener>();
const items = new Map<number, { state: string; error?: string }>();
const asked: { filename: string; url: string; conflictAction: string }[] = [];
let isGranted = true;
let next: { state: string; error?: string } = { state: 'complete' };

provideBrowser({
  permissions: { contains: async () => isGranted },
  downloads: {
    download: async (options: (typeof asked)[number]) => {
      asked.push(options);
      items.set(asked.length, next);
      return asked.length;
    },
    search: async ({ id }: { id: number }) => [items.get(id)].filter(Boolean),
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  },
});
const { saveCopy } = await import('../../../entrypoints/background/copies.ts');

/** The state of a download changes, and the browser says so. */
function change(id: number, item: { state: string; error?: string }): void {
  items.set(id, item);
  for (const listener of [...listeners]) listener({ id });
}

const MONDAY = { taken: '2026-11-23T12:00:00.000Z' };
const made: string[] = [];
const revoked: string[] = [];

async function aPackedLibrary() {
  const surroundings = { drafts: [], posts: [], readings: [], colourNames: {} };
  const annotations = (async function* () {
    yield [anAnnotation({ note: 'Nobody is lost.' })];
  })();
  return (await packLibrary({ annotations, readSurroundings: async () => surroundings })).bytes;
}

beforeEach(() => {
  isGranted = true;
  next = { state: 'complete' };
  for (const list of [asked, made, revoked]) list.length = 0;
  const create = URL.createObjectURL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made.push(create(blob));
    return made.at(-1) as string;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url));
  return () => vi.restoreAllMocks();
});

test('a copy is a file of Waymark’s own format, named by the day of the week', async () => {
  await saveCopy(MONDAY, await aPackedLibrary());
  expect(asked).toMatchObject([
    { filename: 'Waymark/Backup, Monday.json', conflictAction: 'overwrite' },
  ]);
  const file = await (await fetch(asked[0]?.url ?? '')).json();
  expect(file.annotations).toMatchObject([{ body: { value: 'Nobody is lost.' } }]);
});

test('without the reader’s leave nothing is saved', async () => {
  isGranted = false;
  await saveCopy(MONDAY, await aPackedLibrary());
  expect(asked).toEqual([]);
  expect(made).toEqual([]);
});

test('a copy is there when the browser has written it; its address is dropped then and not before', async () => {
  next = { state: 'in_progress' };
  let isThere = false;
  const saving = saveCopy(MONDAY, await aPackedLibrary()).then(() => {
    isThere = true;
  });
  await vi.waitFor(() => expect(listeners.size).toBe(1));
  change(77, { state: 'complete' });
  change(1, { state: 'in_progress' });
  await new Promise(setImmediate);
  expect(isThere).toBe(false);
  expect(revoked).toEqual([]);
  change(1, { state: 'complete' });
  await saving;
  expect(revoked).toEqual(made);
  expect(listeners.size).toBe(0);
});

test('what went wrong is told in the browser’s word, and the address is dropped all the same', async () => {
  next = { state: 'interrupted', error: 'FILE_NO_SPACE' };
  await expect(saveCopy(MONDAY, await aPackedLibrary())).rejects.toThrow('FILE_NO_SPACE');
  expect(revoked).toEqual(made);
  expect(listeners.size).toBe(0);
});
