import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type Annotation, noteOf } from '../../../lib/annotation/annotation.ts';
import {
  type AnnotationRepository,
  createAnnotationRepository,
} from '../../../lib/storage/annotation-repository.ts';
import { anAnnotation, freshDatabase, permalinkOf, writeNote } from './fresh-database.ts';

/** What a reader would say there is: the notes, deleted or not, by the place of their passage. */
type Model = Map<number, { note: string; deleted: boolean }>;
/** The real thing, and every version of every annotation that was ever seen. */
interface Real {
  annotations: AnnotationRepository;
  versions: Map<number, Annotation[]>;
}

type Command = fc.AsyncCommand<Model, Real>;

const made = new Map<number, Annotation>();
/** The annotation the reader makes at a place: always the same one, however often it is saved. */
function madeAt(start: number): Annotation {
  const annotation = made.get(start) ?? anAnnotation({ start });
  made.set(start, annotation);
  return annotation;
}

const idAt = (start: number) => madeAt(start).id;

function remember({ versions }: Real, start: number, version: Annotation | undefined): void {
  if (version) versions.set(start, [...(versions.get(start) ?? []), version]);
}

async function compare(model: Model, { annotations }: Real): Promise<void> {
  const expected = Array.from(model)
    .filter(([, { deleted }]) => !deleted)
    .sort(([a], [b]) => a - b)
    .map(([start, { note }]) => [idAt(start), note]);
  const toPair = (annotation: Annotation) => [annotation.id, noteOf(annotation)];
  expect((await annotations.listAll()).map(toPair)).toEqual(expected);
  expect((await annotations.listBySource(permalinkOf('one'))).map(toPair)).toEqual(expected);
}

function command(name: string, act: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    async run(model, real) {
      await act(model, real);
      await compare(model, real);
    },
    toString: () => name,
  };
}

const save = (start: number) =>
  command(`save ${start}`, async (model, real) => {
    await real.annotations.save(madeAt(start));
    if (!model.has(start)) model.set(start, { note: '', deleted: false });
  });

const saveVersion = (start: number, which: number) =>
  command(`save version ${which} of ${start} again`, async (_, real) => {
    const versions = real.versions.get(start) ?? [];
    const version = versions[which % versions.length];
    if (version) await real.annotations.save(version);
  });

const saveNote = (start: number, note: string) =>
  command(`write ${JSON.stringify(note)} at ${start}`, async (model, real) => {
    const row = model.get(start);
    const saved = await writeNote(real.annotations, idAt(start), note);
    expect(saved !== undefined).toBe(row?.deleted === false);
    if (row && saved) row.note = note.trim() === '' ? '' : note;
    remember(real, start, saved);
  });

const remove = (start: number) =>
  command(`delete ${start}`, async (model, real) => {
    const row = model.get(start);
    const gone = await real.annotations.delete(idAt(start));
    expect(gone !== undefined).toBe(row?.deleted === false);
    if (row) row.deleted = true;
    remember(real, start, gone);
  });

const restore = (start: number) =>
  command(`restore ${start}`, async (model, real) => {
    const row = model.get(start);
    const back = await real.annotations.restore(idAt(start));
    expect(back !== undefined).toBe(row?.deleted === true);
    if (row) row.deleted = false;
    remember(real, start, back);
  });

/** Time passes, or does not, or the clock is set back. */
const wait = (milliseconds: number) =>
  command(`wait ${milliseconds} ms`, async () => {
    vi.setSystemTime(Date.now() + milliseconds);
  });

afterEach(() => {
  vi.useRealTimers();
});

test('whatever a reader does, in whatever order, whatever is sent twice, is what there is', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const place = fc.nat(1);
  const commands = fc.commands(
    [
      place.map(save),
      fc.tuple(place, fc.nat()).map(([start, which]) => saveVersion(start, which)),
      fc.tuple(place, fc.constantFrom('', ' ', 'a', 'b')).map((args) => saveNote(...args)),
      place.map(remove),
      place.map(restore),
      fc.constantFrom(0, 1, 1000, -5000).map(wait),
    ],
    { maxCommands: 40, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (run) => {
      made.clear();
      vi.setSystemTime('2026-01-01T10:00:00.000Z');
      const setup = () => ({
        model: new Map() as Model,
        real: {
          annotations: createAnnotationRepository(freshDatabase()),
          versions: new Map<number, Annotation[]>(),
        },
      });
      await fc.asyncModelRun(setup, run);
    }),
    { numRuns: 60 },
  );
}, 30_000);
