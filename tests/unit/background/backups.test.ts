import { expect, test } from 'vitest';
import { createBackups } from '../../../entrypoints/background/backups.ts';
import { type Annotation, noteOf } from '../../../lib/annotation/annotation.ts';
import { unpackLibrary } from '../../../lib/exchange/pack-library.ts';
import { planRestore } from '../../../lib/exchange/plan-restore.ts';
import { parseWaymarkJson } from '../../../lib/exchange/waymark-json.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import { createLibraryRepository } from '../../../lib/storage/library-repository.ts';
import { createReadingRepository } from '../../../lib/storage/reading-repository.ts';
import { createSnapshotShelf } from '../../../lib/storage/snapshot-shelf.ts';
import { anAnnotation, freshDatabase, permalinkOf, writeNote } from '../storage/fresh-database.ts';

const HOUR = 60 * 60 * 1000;

/** A library with its shelf, and a clock to be set. */
function open() {
  const database = freshDatabase();
  const values = new Map<string, unknown>();
  const area = {
    get: async (keys: readonly string[]) =>
      Object.fromEntries(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    set: async (given: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(given)) values.set(key, spoil(value));
    },
    remove: async (keys: readonly string[]) => keys.forEach((key) => void values.delete(key)),
  };
  let isSpoiling = false;
  const spoil = (value: unknown) =>
    isSpoiling && typeof value === 'string' ? value.replace(/.{4}/, 'AAAA') : value;
  const clock = { now: Date.UTC(2026, 10, 23, 12) };
  const shelf = createSnapshotShelf(area);
  const library = createLibraryRepository(database);
  return {
    shelf,
    clock,
    values,
    spoilWrites: (is: boolean) => {
      isSpoiling = is;
    },
    annotations: createAnnotationRepository(database),
    readings: createReadingRepository(database),
    bulk: createBulkChanges(database),
    library,
    imports: createLibraryImports(database),
    backups: createBackups({ library, shelf, now: () => clock.now, alone: (act) => act() }),
  };
}

test('a snapshot is made once a day, and only when something has changed', async () => {
  const { annotations, backups, clock, shelf } = open();
  await annotations.save(anAnnotation());
  expect(await backups.makeDue()).toMatchObject({ notes: 1, number: 1 });
  await annotations.save(anAnnotation());
  clock.now += HOUR;
  expect(await backups.makeDue()).toBeUndefined();
  clock.now += 24 * HOUR;
  expect(await backups.makeDue()).toMatchObject({ notes: 2, number: 2 });
  clock.now += 48 * HOUR;
  expect(await backups.makeDue()).toBeUndefined();
  expect(await shelf.findLooked()).toBe(clock.now);
  expect(await shelf.list()).toHaveLength(2);
});

test('each snapshot that was made is copied, as it lies on the shelf', async () => {
  const { annotations, library, shelf } = open();
  const copied: [number: number, length: number][] = [];
  const backups = createBackups({
    library,
    shelf,
    alone: (act) => act(),
    copy: async ({ number }, packed) =>
      void copied.push([number, (await unpackLibrary(packed)).length]),
  });
  await annotations.save(anAnnotation());
  const made = await backups.make();
  await backups.make();
  expect(copied).toEqual([[1, made?.unpacked]]);
});

test('after the clock was set back a year there is one at once, and it is the newest', async () => {
  const { annotations, backups, clock, shelf } = open();
  await annotations.save(anAnnotation());
  await backups.makeDue();
  clock.now -= 365 * 24 * HOUR;
  await annotations.save(anAnnotation());
  expect(await backups.makeDue()).toMatchObject({ number: 2 });
  expect((await shelf.list()).map(({ notes }) => notes)).toEqual([2, 1]);
});

test('what it holds is the library, annotation by annotation', async () => {
  const { annotations, backups, shelf } = open();
  const made = Array.from({ length: 1203 }, (_, start) => anAnnotation({ start, note: 'n' }));
  for (const annotation of made) await annotations.save(annotation);
  const snapshot = await backups.make();
  if (!snapshot) throw new Error('No snapshot was made');
  const text = new TextDecoder().decode(await unpackLibrary(await shelf.read(snapshot)));
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
  expect(ids(parseWaymarkJson(text).annotations)).toEqual(ids(made));
});

test('a library that is suddenly empty takes the place of none', async () => {
  const { annotations, bulk, backups, shelf } = open();
  const only = anAnnotation();
  await annotations.save(only);
  await backups.make();
  await bulk.delete([only.id]);
  await bulk.purge([only.id]);
  expect(await backups.make()).toBeUndefined();
  expect(await shelf.list()).toHaveLength(1);
});

test('whoever only keeps track of reading has snapshots too, and who does nothing has none', async () => {
  const { readings, backups } = open();
  expect(await backups.make()).toBeUndefined();
  await readings.saveRead(permalinkOf('one'), true);
  expect(await backups.make()).toMatchObject({ notes: 0 });
});

test('one that is not kept as it was written is none, and is tried again at the next look', async () => {
  const { annotations, backups, shelf, spoilWrites, values } = open();
  await annotations.save(anAnnotation());
  spoilWrites(true);
  await expect(backups.makeDue()).rejects.toThrow();
  expect(await shelf.list()).toEqual([]);
  spoilWrites(false);
  expect(await backups.makeDue()).toMatchObject({ notes: 1 });
  expect(values.size).toBe(2);
});

test('every snapshot there is brings back its day, into another library too', async () => {
  const { annotations, backups, bulk, clock, shelf, library, imports } = open();
  const days = new Map<string, string[]>();
  for (let day = 0; day < 40; day++) {
    clock.now += 24 * HOUR;
    const made = anAnnotation({ start: day, note: `of day ${day}` });
    await annotations.save(made);
    if (day % 3 === 2) await bulk.delete([(await annotations.listLatest(9)).at(-1)?.id ?? '']);
    await writeNote(annotations, made.id, `written on day ${day}`);
    const snapshot = await backups.make();
    days.set(snapshot?.taken ?? '', notesOf(await annotations.listAll()));
  }
  const kept = await shelf.list();
  expect(kept.length).toBeGreaterThanOrEqual(11);
  for (const snapshot of kept) {
    const text = new TextDecoder().decode(await unpackLibrary(await shelf.read(snapshot)));
    const then = parseWaymarkJson(text);
    const { annotations: all, ...surroundings } = await library.read();
    const here = { annotations: new Map(all.map((one) => [one.id, one])), surroundings };
    const plan = planRestore(here, then);
    const written = await imports.write({
      ...plan.others,
      annotations: [...plan.missing, ...plan.changed],
    });
    const restored = notesOf(await annotations.listAll());
    expect(restored).toEqual(expect.arrayContaining(days.get(snapshot.taken) ?? ['none']));
    await imports.undo(written);
    expect(notesOf(await annotations.listAll())).toEqual(days.get(kept[0]?.taken ?? ''));

    const other = open();
    await other.imports.write(then);
    expect(notesOf(await other.annotations.listAll())).toEqual(days.get(snapshot.taken));
  }
});

function notesOf(all: readonly Annotation[]): string[] {
  return all.map((annotation) => noteOf(annotation)).sort();
}
