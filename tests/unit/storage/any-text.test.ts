import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBackups } from '../../../entrypoints/background/backups.ts';
import { noteOf } from '../../../lib/annotation/annotation.ts';
import { writingOf } from '../../../lib/annotation/writing.ts';
import { unpackLibrary } from '../../../lib/exchange/pack-library.ts';
import { planRestore } from '../../../lib/exchange/plan-restore.ts';
import { readFile } from '../../../lib/exchange/read-file.ts';
import { toNoteDocument } from '../../../lib/search/note-document.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import { createSnapshotShelf } from '../../../lib/storage/snapshot-shelf.ts';
import { anAnnotation, freshDatabase } from './fresh-database.ts';

const SCRIPTS = [
  'Ελληνικά',
  'русский',
  'עברית',
  'العربية',
  'हिन्दी',
  'தமிழ்',
  'ไทย',
  '한국어',
  '日本語かな',
  '漢字𠮷',
  'ქართული',
  'አማርኛ',
  '𐍈𐌰𐌹',
  '👩‍👩‍👧‍👦',
  'e\u0301é',
  '\u202edrawkcab\u202c',
  'nul\u0000nul',
];
const HALVES = ['\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d'];

const CONTEXT = { fold: (text: string) => text, permalinkOf: () => undefined, now: new Date() };

/** A library with a shelf that keeps what JSON keeps, as a browser's does. */
function open() {
  const database = freshDatabase();
  const kept = new Map<string, string>();
  const shelf = createSnapshotShelf({
    get: async (keys) =>
      Object.fromEntries(
        keys.flatMap((key) => (kept.has(key) ? [[key, JSON.parse(kept.get(key) ?? '')]] : [])),
      ),
    set: async (values) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, JSON.stringify(value));
    },
    remove: async (keys) => keys.forEach((key) => void kept.delete(key)),
  });
  const library = createLibraryRepository(database);
  return {
    annotations: createAnnotationRepository(database),
    imports: createLibraryImports(database),
    library,
    shelf,
    backups: createBackups({ library, shelf, alone: (act) => act() }),
  };
}

/** Through everything a note goes through: saved, found, put aside, read as a file, brought back. */
async function roundTrip(note: string): Promise<{ isFound: boolean; back: string | undefined }> {
  const { annotations, backups, shelf } = open();
  const annotation = anAnnotation();
  await annotations.save(annotation);
  await annotations.saveWriting(annotation.id, { ...writingOf(annotation), kind: 'comment', note });
  const [saved] = await annotations.listAll();
  const search = createSearch(saved ? [toNoteDocument(saved, undefined, undefined)] : []);
  const words = note.slice(0, 200).replaceAll('"', ' ');
  const isFound = search.find(parseQuery(`"${words}"`)).length === 1;
  const snapshot = await backups.make();
  if (!snapshot) throw new Error('There is no snapshot');
  const bytes = await unpackLibrary(await shelf.read(snapshot));
  const held = await readFile(bytes, CONTEXT);
  if (!held.library) throw new Error('It is no library');
  const other = open();
  const here = { annotations: new Map(), surroundings: await other.library.readSurroundings() };
  const { missing, others } = planRestore(here as never, held.library);
  await other.imports.write({ ...others, annotations: missing });
  return { isFound, back: (await other.annotations.listAll()).map(noteOf)[0] };
}

describe('a note comes through everything as it was', () => {
  test.each([...SCRIPTS, ...HALVES].map((text) => [JSON.stringify(text), text]))(
    '%s',
    async (_, text) => {
      expect(await roundTrip(text)).toEqual({ isFound: true, back: text });
    },
  );

  test('of a megabyte', async () => {
    const note = 'All of the rest. '.repeat(62_000);
    expect(note.length).toBeGreaterThan(1_000_000);
    expect((await roundTrip(note)).back === note).toBe(true);
  });

  test('whatever it holds, halves of characters among it', async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const anything = fc.array(unit, { minLength: 1 }).map((units) => `.${units.join('')}`);
    await fc.assert(
      fc.asyncProperty(anything, async (note) => {
        expect((await roundTrip(note)).back).toBe(note);
      }),
      { numRuns: 40 },
    );
  });
});

describe('with a clock that goes backwards', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('what is done last counts, is exported as new, and is brought back over what was before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z') });
    const { annotations, library } = open();
    const annotation = anAnnotation({ created: '2026-11-23T11:00:00.000Z' });
    await annotations.save(annotation);
    const write = (note: string) =>
      annotations.saveWriting(annotation.id, { ...writingOf(annotation), kind: 'comment', note });
    const before = await write('before');
    const exported = before?.modified ?? '';
    vi.setSystemTime('2020-01-01T00:00:00Z');
    const after = await write('after');
    expect(after && after.modified > exported).toBe(true);
    // An answer that was lost, and is sent again, is the older one.
    if (before) await annotations.save(before);
    expect((await annotations.listAll()).map(noteOf)).toEqual(['after']);
    const gone = await annotations.delete(annotation.id);
    expect(gone && after && gone.modified > after.modified).toBe(true);
    expect((await library.read()).annotations[0]?.deleted).toBe(gone?.modified);
  });
});
