import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Annotation } from '../../../../lib/annotation/annotation.ts';
import type { Beginning, Writing } from '../../../../lib/annotation/writing.ts';
import { anAnnotation, freshName } from '../fresh-database.ts';
import { compare, isSameLibrary, readLibrary } from './compare.ts';
import { type Done, isSame, type Library, takeBack } from './reference.ts';
import { type Context, createRig, type Rig } from './rig.ts';

/** A note editor that is open on a page. */
export interface Form {
  id: string;
  beginning: Beginning;
  writing: Writing;
}

/** Something that can be taken back. */
export interface Undo {
  done: Done[];
  real: (context: Context) => Promise<unknown>;
}

/** A file that was saved, and what was in the library then. */
export interface File {
  text: string;
  held: Library;
}

/** The library and those who use it, and what they would say there is. */
export interface World {
  rig: Rig;
  library: Library;
  /** What the reader has made, by its place: always the same one, however often it is saved. */
  made: Annotation[];
  /** Every version that was ever answered. */
  versions: Annotation[];
  forms: Map<number, Form>;
  undos: Undo[];
  files: File[];
}

export const PLACES = 2;

export async function createWorld(): Promise<World> {
  return {
    rig: await createRig(freshName()),
    library: { rows: new Map(), drafts: new Map() },
    made: Array.from({ length: PLACES }, (_, start) => anAnnotation({ start })),
    versions: [],
    forms: new Map(),
    undos: [],
    files: [],
  };
}

/** Run with a clock of one's own, which `setTime` turns. */
export async function withClock<T>(run: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1, 10) });
  try {
    return await run();
  } finally {
    mock.timers.reset();
  }
}

/** Time passes, or the clock is set back. */
export function turnClock(milliseconds: number): void {
  mock.timers.setTime(Date.now() + milliseconds);
}

/** When whoever does it is killed: after so many turns of the event loop. */
export type Kill = number | undefined;

/**
 * What is asked of the background, which is safe to do twice: when it is killed, and so the answer
 * lost, it is asked again.
 */
export async function askBackground<T>(
  world: World,
  act: (context: Context) => Promise<T>,
  kill: Kill,
): Promise<T> {
  if (kill !== undefined) await world.rig.askInVain(act, kill);
  return world.rig.ask(act);
}

/**
 * What a page does itself, at once or not at all. When the page is closed meanwhile, all it had is
 * gone: its editors, and what it could have taken back.
 *
 * @param ids which annotations it may change.
 * @param expect says to the reference what was done.
 */
export async function askPage<T>(
  world: World,
  ids: readonly string[],
  options: {
    act: (context: Context) => Promise<T>;
    expect: (library: Library) => void;
    /** How it is taken back, where that is offered. */
    undo?: (answer: T) => (context: Context) => Promise<unknown>;
    kill: Kill;
  },
): Promise<void> {
  const { rig, library } = world;
  const before = structuredClone(library);
  options.expect(library);
  if (options.kill === undefined) {
    const answer = await rig.ask(options.act);
    const after = await readLibrary(rig.context);
    const real = options.undo?.(answer);
    const done = ids.map((id) => ({
      id,
      before: before.rows.get(id),
      after: after.rows.get(id),
      draft: { before: before.drafts.get(id), after: library.drafts.get(id) },
    }));
    if (real) world.undos.push({ done: done.filter(isAny), real });
    return;
  }
  await rig.askInVain(options.act, options.kill);
  world.undos = [];
  world.forms.clear();
  // All of it was done or nothing: which, the reader sees.
  if (!isSameLibrary(await readLibrary(rig.context), library)) Object.assign(library, before);
}

/** Nothing is taken back of what was not changed. */
function isAny({ before, after, draft }: Done): boolean {
  return before?.modified !== after?.modified || !isSame(draft.before, draft.after);
}

export function undoLast(world: World, kill: Kill): Promise<void> {
  const undo = world.undos.pop();
  if (!undo) return Promise.resolve();
  return askPage(world, [], {
    act: undo.real,
    expect: (library) => {
      for (const one of undo.done) takeBack(library, one);
    },
    kill,
  });
}

/** A command for fast-check: it acts, and then the library is what the reference says. */
export function command(name: string, act: (world: World) => Promise<void>) {
  return {
    check: () => true,
    async run(_: object, world: World) {
      const before = structuredClone(world.library);
      await act(world);
      await compare(world.rig.context, world.library, before);
    },
    toString: () => name,
  };
}

/** An answer says what the reference says. */
export function expectAnswer(answer: unknown, isDone: boolean): void {
  assert.equal(answer !== undefined && answer !== null, isDone, 'What was answered is not so');
}
