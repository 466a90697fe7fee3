import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { isPresent } from '../../../lib/annotation/annotation.ts';
import { writingOf } from '../../../lib/annotation/writing.ts';
import { SyncError } from '../../../lib/sync/failure.ts';
import { notesOf, textsOf } from '../../../lib/sync/merge-notes.ts';
import { createFaultyFetch, FAULTS, type Fault } from '../../couch/faults.ts';
import type { Couch } from '../../couch/server.ts';
import { anAnnotation, writeNote } from '../storage/fresh-database.ts';
import { createDevice, type Device } from './device.ts';

/** What a reader does to one of the annotations, by where it stands in the library. */
interface Editing {
  do:
    | 'make'
    | 'write'
    | 'empty'
    | 'tag'
    | 'delete'
    | 'restore'
    | 'purge'
    | 'take former'
    | 'drop former';
  which: number;
}

/** What happens to a device. */
export type Act =
  | Editing
  | { do: 'sync' }
  | { do: 'sync badly'; fault: Fault; at: number }
  | { do: 'sync and die'; step: number }
  | { do: 'sync and write'; step: number; which: number };

/** One of the devices, and what happens to it. */
export type Step = { device: number; act: Act };

const which = fc.nat(2);
const edit = (what: Editing['do']) => fc.record({ do: fc.constant(what), which });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: edit('make') },
  { weight: 6, arbitrary: edit('write') },
  edit('empty'),
  { weight: 2, arbitrary: edit('tag') },
  { weight: 2, arbitrary: edit('delete') },
  edit('restore'),
  edit('purge'),
  edit('take former'),
  edit('drop former'),
  { weight: 7, arbitrary: fc.constant({ do: 'sync' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync badly' as const),
      fault: fc.constantFrom(...FAULTS),
      at: fc.integer({ min: 1, max: 14 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync and write' as const),
      step: fc.integer({ min: 1, max: 9 }),
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync and die' as const),
      step: fc.integer({ min: 1, max: 9 }),
    }),
  },
);

/** What happens to so many devices. */
export function someSteps(devices: number, most: number): fc.Arbitrary<Step[]> {
  const step = fc.record({ device: fc.nat(devices - 1), act: anAct });
  return fc.array(step, { minLength: most / 2, maxLength: most, size: 'max' });
}

/** The devices' clocks: one is right, one an hour behind, one a day ahead. Milliseconds. */
const SKEWS = [0, -3_600_000, 86_400_000];

/** Every text that was ever typed, and those that a reader who saw them has replaced or thrown away. */
interface Texts {
  typed: Set<string>;
  replaced: Set<string>;
}

/**
 * Have devices go through all that, let them come together in peace, and see that they have the
 * same, and every text that nobody has knowingly replaced.
 */
export async function comeTogether(
  couch: Couch,
  steps: readonly Step[],
  howMany: number,
  passphrase?: string,
): Promise<{ address: string; typed: number; faults: number }> {
  const address = await couch.createDatabase();
  const devices = await Promise.all(
    Array.from({ length: howMany }, () => createDevice(couch, address, passphrase)),
  );
  const texts: Texts = { typed: new Set(), replaced: new Set() };
  let now = Date.parse('2026-05-01T10:00:00.000Z');
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(now);
    // All begin with the same two, so that there is something to disagree about.
    const [first] = devices as [Device];
    for (const which of [0, 1]) await edits(first, { do: 'make', which }, texts);
    for (const [at, device] of devices.entries()) {
      vi.setSystemTime(now + (SKEWS[at] ?? 0));
      await device.sync();
    }
    for (const { device, act } of steps) {
      now += 1000;
      vi.setSystemTime(now + (SKEWS[device] ?? 0));
      await happen(devices[device] as Device, act, texts);
    }
  } finally {
    vi.useRealTimers();
  }
  await heal(devices);
  const [first, ...others] = await Promise.all(devices.map((device) => device.library()));
  for (const other of others) expect(other).toEqual(first);
  const kept = first?.flatMap((annotation) => textsOf(notesOf(annotation)));
  const wanted = [...texts.typed].filter((text) => !texts.replaced.has(text));
  expect(kept).toEqual(expect.arrayContaining(wanted));
  for (const { database } of devices) expect(await database.outbox.count()).toBe(0);
  const faults = steps.filter(({ act }) => act.do.startsWith('sync ')).length;
  return { address, typed: texts.typed.size, faults };
}

/** Everyone compares everything, until there is nothing left to tell. */
async function heal(devices: readonly Device[]): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    let told = 0;
    for (const device of devices) {
      const { sent, received } = await device.sync({ isThorough: true, mayRemove: true });
      told += sent + received;
    }
    if (told === 0) return;
  }
  throw new Error('They do not come to an end.');
}

async function happen(device: Device, act: Act, texts: Texts): Promise<void> {
  if (act.do === 'sync') return expectPeace(device);
  if (act.do === 'sync badly') {
    const fetch = createFaultyFetch(act.fault, act.at);
    return syncInTrouble(() => device.sync({ fetch, patience: 150 }));
  }
  if (act.do === 'sync and die') {
    let left = act.step;
    const onStep = () => {
      left -= 1;
      if (left === 0) throw new Error('The worker was killed.');
    };
    return syncInTrouble(() => device.sync({ onStep }));
  }
  if (act.do === 'sync and write') return writeMeanwhile(device, act, texts);
  await edits(device, act, texts);
}

/** What is written while a run is under way is merged with what that brings, or goes out with the next. */
async function writeMeanwhile(
  device: Device,
  { step, which }: { step: number; which: number },
  { typed, replaced }: Texts,
): Promise<void> {
  const library = await device.library();
  const chosen = library.filter(isPresent)[which];
  let left = step;
  let writing: Promise<unknown> | undefined;
  await device.sync({
    onStep: () => {
      left -= 1;
      if (left !== 0 || !chosen) return;
      const note = `text ${typed.size}`;
      const base = writingOf(chosen);
      const written = { ...base, note, kind: 'comment' as const };
      writing = device.annotations
        .saveWriting(chosen.id, written, { base, forms: [] })
        .then((saved) => {
          if (!saved) return;
          typed.add(note);
          replaced.add(base.note);
        });
    },
  });
  await writing;
}

async function expectPeace(device: Device): Promise<void> {
  await device.sync();
}

/** It may fail, but it must say so in the way it always does. */
async function syncInTrouble(sync: () => Promise<unknown>): Promise<void> {
  try {
    await sync();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
  }
}

async function edits(device: Device, act: Editing, texts: Texts): Promise<void> {
  const { annotations, bulk } = device;
  const library = await device.library();
  const chosen = library[act.which % Math.max(library.length, 1)];
  const text = `text ${texts.typed.size}`;
  if (act.do === 'make') {
    texts.typed.add(text);
    await annotations.save(anAnnotation({ note: text, created: new Date().toISOString() }));
    return;
  }
  if (!chosen) return;
  const { id } = chosen;
  const [former] = chosen.formerNotes ?? [];
  const acts = {
    write: async () => {
      if (await writeNote(annotations, id, text)) texts.typed.add(text);
    },
    empty: () => writeNote(annotations, id, ''),
    tag: () => annotations.saveTags(id, [text]),
    delete: () => annotations.delete(id),
    restore: () => annotations.restore(id),
    purge: () => bulk.purge([id]),
    'take former': async () => former && annotations.takeFormerNote(id, former),
    'drop former': async () => former && annotations.dropFormerNote(id, former),
  };
  await acts[act.do]();
  const after = (await device.library()).find((annotation) => annotation.id === id);
  const left = after ? textsOf(notesOf(after)) : [];
  for (const seen of textsOf(notesOf(chosen))) {
    if (!left.includes(seen)) texts.replaced.add(seen);
  }
}
