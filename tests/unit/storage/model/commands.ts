import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planFile, toBeWritten } from '../../../../entrypoints/library/plan-file.ts';
import type { Annotation } from '../../../../lib/annotation/annotation.ts';
import { withColour, withTags } from '../../../../lib/annotation/changes.ts';
import type { Colour } from '../../../../lib/annotation/colour.ts';
import { withTagsAdded } from '../../../../lib/annotation/tag-changes.ts';
import type { Writing } from '../../../../lib/annotation/writing.ts';
import { parseWaymarkJson } from '../../../../lib/exchange/waymark-json.ts';
import { anAnnotation } from '../fresh-database.ts';
import { toRow, toWords } from './compare.ts';
import { attach, type Library, type Row, wordsOf, write } from './reference.ts';
import {
  askBackground,
  askPage,
  command,
  expectAnswer,
  type Kill,
  PLACES,
  turnClock,
  undoLast,
  type World,
} from './world.ts';

const place = fc.nat(PLACES - 1);
const places = fc.subarray(Array.from({ length: PLACES }, (_, at) => at));
/** What the background does. */
const kill = killedOnceIn(3);
/** What a page does: with the page all goes that it could take back. */
const rarely = killedOnceIn(8);
const form = fc.nat(1);
const tags = fc.subarray(['a', 'b', 'c']);
const writing: fc.Arbitrary<Writing> = fc
  .record({
    note: fc.constantFrom('', ' ', 'one', 'two', 'three', '\ud800 alone', 'Ελλάδα 日本 👩🏽‍🚀'),
    kind: fc.constantFrom('comment' as const, 'question' as const, 'action' as const),
    tags,
    due: fc.constantFrom(undefined, '2026-05-04', '2026-05-05'),
  })
  .map(({ due, ...rest }) => ({
    ...rest,
    action: rest.kind === 'action' && due !== undefined ? { due } : {},
  }));

function killedOnceIn(times: number): fc.Arbitrary<Kill> {
  return fc.oneof(
    { weight: times - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.nat(14) },
  );
}

const idAt = ({ made }: World, at: number) => (made[at] as Annotation).id;
const presentRow = ({ rows }: Library, id: string): Row | undefined => {
  const row = rows.get(id);
  return row?.isDeleted ? undefined : row;
};
/** An act on one annotation that is asked of the background, and what becomes of it there. */
const change = (
  name: string,
  [at, killed]: [at: number, kill: Kill],
  act: (world: World, id: string) => (context: World['rig']['context']) => Promise<unknown>,
  to: (row: Row) => void,
  isMeant = (row: Row | undefined) => row?.isDeleted === false,
) =>
  command(
    `${name} ${at}${killed === undefined ? '' : `, killed after ${killed}`}`,
    async (world) => {
      const id = idAt(world, at);
      const row = world.library.rows.get(id);
      const isDone = isMeant(row);
      const answer = await askBackground(world, act(world, id), killed);
      if (killed === undefined) expectAnswer(answer, isDone);
      if (row && isDone) to(row);
      const version = await world.rig.context.database.annotations.get(id);
      if (version) world.versions.push(version);
    },
  );

const save = (at: number, killed: Kill) =>
  command(`save ${at} ${killed ?? ''}`, async (world) => {
    const annotation = world.made[at] as Annotation;
    await askBackground(world, ({ annotations }) => annotations.save(annotation), killed);
    if (!world.library.rows.has(annotation.id))
      world.library.rows.set(annotation.id, toRow(annotation));
  });

/** What was sent long ago arrives now: it is older than what is there, or there is nothing. */
const saveLate = (which: number) =>
  command(`version ${which} arrives late`, async (world) => {
    const version = world.versions[which % world.versions.length];
    if (!version) return;
    await world.rig.context.annotations.save(version);
    const { rows } = world.library;
    const row = rows.get(version.id);
    if (!row || row.modified < version.modified) rows.set(version.id, toRow(version));
  });

async function openForm(world: World, which: number, at: number): Promise<void> {
  const id = idAt(world, at);
  const row = presentRow(world.library, id);
  const opened = await world.rig.context.background.openNote(id);
  expectAnswer(opened, row !== undefined);
  if (!opened || !row) return;
  const draft = world.library.drafts.get(id);
  assert.deepEqual(toWords(opened.writing), draft?.words ?? wordsOf(row));
  assert.deepEqual(toWords(opened.beginning.base), draft?.base ?? wordsOf(row));
  world.forms.set(which, { id, beginning: opened.beginning, writing: opened.writing });
}

/** Each editor goes on with what is open in it. */
async function typeIn(world: World, which: number, at: number, typed: Writing): Promise<void> {
  if (!world.forms.has(which)) await openForm(world, which, at);
  const open = world.forms.get(which);
  if (!open) return;
  open.writing = typed;
  await world.rig.context.background.saveDraft({ ...open });
  world.library.drafts.set(open.id, {
    words: toWords(typed),
    base: toWords(open.beginning.base),
    form: open.beginning.forms[0] as string,
  });
}

const type = (which: number, at: number, typed: Writing) =>
  command(`type ${JSON.stringify(typed)} in editor ${which}, at ${at} if it is closed`, (world) =>
    typeIn(world, which, at, typed),
  );

function dropDraft({ drafts }: Library, id: string, forms: readonly string[]): void {
  if (forms.includes(drafts.get(id)?.form ?? '')) drafts.delete(id);
}

async function saveIn(world: World, which: number, killed: Kill): Promise<void> {
  const open = world.forms.get(which);
  if (!open) return;
  const row = presentRow(world.library, open.id);
  const saved = await askBackground(
    world,
    ({ background }) => background.saveNote({ ...open }),
    killed,
  );
  expectAnswer(saved, row !== undefined);
  if (!row) return;
  write(row, toWords(open.beginning.base), toWords(open.writing));
  dropDraft(world.library, open.id, open.beginning.forms);
  world.forms.delete(which);
}

const saveForm = (which: number, killed: Kill) =>
  command(`save editor ${which} ${killed ?? ''}`, (world) => saveIn(world, which, killed));

/** What is rare among all that can be done, and most likely to go wrong. */
const writeAtOnce = (at: number, typed: readonly Writing[], first: number, isBoth: boolean) =>
  command(`two write at ${at} at once: ${JSON.stringify(typed)}, ${first} first`, async (world) => {
    world.forms.clear();
    for (const which of [0, 1]) await openForm(world, which, at);
    for (const which of [0, 1]) await typeIn(world, which, at, typed[which] as Writing);
    await saveIn(world, first, undefined);
    if (isBoth) await saveIn(world, 1 - first, undefined);
  });

const cancelForm = (which: number) =>
  command(`cancel editor ${which}`, async (world) => {
    const open = world.forms.get(which);
    if (!open) return;
    await world.rig.context.background.discardDraft({ id: open.id, beginning: open.beginning });
    dropDraft(world.library, open.id, open.beginning.forms);
    world.forms.delete(which);
  });

/** What the library does to many at once. */
const BULK = {
  tag: {
    act: (world: World, ids: string[]) =>
      world.rig.context.bulk.change(ids, (one) => withTagsAdded(one, ['c'])),
    to: (row: Row) => {
      if (!row.isDeleted && !row.tags.includes('c')) row.tags = [...row.tags, 'c'];
    },
  },
  untag: {
    act: (world: World, ids: string[]) =>
      world.rig.context.bulk.change(ids, (one) => withTags(one, [])),
    to: (row: Row) => {
      if (!row.isDeleted) row.tags = [];
    },
  },
  colour: {
    act: (world: World, ids: string[]) =>
      world.rig.context.bulk.change(ids, (one) => withColour(one, 'pink')),
    to: (row: Row) => {
      if (!row.isDeleted) row.colour = 'pink';
    },
  },
  delete: {
    act: (world: World, ids: string[]) => world.rig.context.bulk.delete(ids),
    to: (row: Row) => {
      row.isDeleted = true;
    },
  },
  restore: {
    act: (world: World, ids: string[]) => world.rig.context.bulk.restore(ids),
    to: (row: Row) => {
      row.isDeleted = false;
    },
  },
} as const;

const changeMany = (name: keyof typeof BULK, at: readonly number[], killed: Kill) =>
  command(
    `${name} all of ${at}${killed === undefined ? '' : `, killed after ${killed}`}`,
    (world) => {
      const ids = at.map((one) => idAt(world, one));
      return askPage(world, ids, {
        act: () => BULK[name].act(world, ids),
        expect: ({ rows }) => {
          for (const id of ids) {
            const row = rows.get(id);
            if (row) BULK[name].to(row);
          }
        },
        undo:
          (changed) =>
          ({ bulk }) =>
            bulk.undo(changed),
        kill: killed,
      });
    },
  );

const emptyBin = (killed: Kill) =>
  command(`empty the bin ${killed ?? ''}`, (world) => {
    const ids = world.made.map(({ id }) => id);
    return askPage(world, ids, {
      act: ({ bulk }) => bulk.purge(ids),
      expect: ({ rows, drafts }) => {
        for (const [id, row] of rows) {
          if (!row.isDeleted) continue;
          rows.delete(id);
          drafts.delete(id);
        }
      },
      undo:
        (changed) =>
        ({ bulk }) =>
          bulk.undo(changed),
      kill: killed,
    });
  });

const exportAll = () =>
  command('export', async (world) => {
    const text = await world.rig.context.exportAll();
    world.files.push({ text, held: structuredClone(world.library) });
  });

const importFile = (which: number, killed: Kill) =>
  command(`import file ${which} ${killed ?? ''}`, async (world) => {
    const file = world.files[which % world.files.length];
    if (!file) return;
    const { text, held } = file;
    const { annotations, ...surroundings } = parseWaymarkJson(text);
    const head = { format: 'waymark', refused: [], surroundings, annotations } as never;
    const plan = await planFile(head, world.rig.context.library);
    await askPage(world, Array.from(held.rows.keys()), {
      act: ({ imports }) => imports.write(toBeWritten(plan)),
      expect: ({ rows, drafts }) => {
        for (const [id, row] of held.rows) {
          if (!rows.has(id) || (rows.get(id) as Row).modified < row.modified)
            rows.set(id, structuredClone(row));
        }
        for (const [id, draft] of held.drafts) {
          if (!drafts.has(id) && rows.has(id)) drafts.set(id, draft);
        }
      },
      undo:
        (written) =>
        ({ imports }) =>
          imports.undo(written),
      kill: killed,
    });
  });

const restart = () =>
  command('restart', async (world) => {
    await world.rig.askInVain(async () => {}, 0);
    world.undos = [];
    world.forms.clear();
  });

const takeBackLast = (killed: Kill) =>
  command(`undo ${killed ?? ''}`, (world) => undoLast(world, killed));

const paint = (given: [at: number, kill: Kill], colour: Colour) =>
  change(
    colour,
    given,
    (_, id) => (to) => to.annotations.saveColour(id, colour),
    (row) => {
      row.colour = colour;
    },
  );

const everyPlace = Array.from({ length: PLACES }, (_, at) => at);

/** An undo of what has been gone on with, which hardly comes about by chance. */
const undoAfterMore = (first: ReturnType<typeof command>[], at: number, typed: Writing) =>
  inTurn([
    ...first,
    paint([at, undefined], 'green'),
    command('close all editors', async (world) => world.forms.clear()),
    type(0, at, typed),
    saveForm(0, undefined),
    takeBackLast(undefined),
  ]);

/** Everything is exported, gone for good, and imported again: all of it is new. */
const lossAndReturn = [
  command('forget files', async (world) => {
    world.files = [];
  }),
  exportAll(),
  changeMany('delete', everyPlace, undefined),
  emptyBin(undefined),
  importFile(0, undefined),
];

function inTurn(commands: readonly ReturnType<typeof command>[]) {
  return command(commands.map(String).join(', '), async (world) => {
    for (const one of commands) await one.run({}, world);
  });
}

/** All that a reader can do, and all that can befall them. */
export const anyCommands = (maxCommands: number) =>
  fc.commands(
    [
      fc.tuple(place, kill).map((given) => save(...given)),
      fc.tuple(place, rarely).map((given) => save(...given)),
      fc.nat(40).map(saveLate),
      fc.tuple(form, place, writing).map((given) => type(...given)),
      fc.tuple(form, place, writing).map((given) => type(...given)),
      fc.tuple(form, kill).map((given) => saveForm(...given)),
      fc.tuple(form, rarely).map((given) => saveForm(...given)),
      form.map(cancelForm),
      fc
        .tuple(place, fc.tuple(writing, writing), form, fc.boolean())
        .map((given) => writeAtOnce(...given)),
      fc
        .tuple(fc.tuple(place, kill), fc.constantFrom<Colour>('yellow', 'blue'))
        .map((given) => paint(...given)),
      fc.tuple(fc.tuple(place, kill), tags).map(([given, wanted]) =>
        change(
          `tags ${wanted} for`,
          given,
          (_, id) => (to) => to.annotations.saveTags(id, wanted),
          (row) => {
            row.tags = wanted;
          },
        ),
      ),
      fc.tuple(fc.tuple(place, kill), fc.constantFrom(10, 11)).map(([given, start]) =>
        change(
          `attach to ${start}`,
          given,
          (_, id) => (to) => to.annotations.saveTarget(id, anAnnotation({ start }).target),
          (row) => attach(row, start),
        ),
      ),
      fc.tuple(place, kill).map((given) =>
        change(
          'delete',
          given,
          (_, id) => (to) => to.annotations.delete(id),
          (row) => {
            row.isDeleted = true;
          },
        ),
      ),
      fc.tuple(place, kill).map((given) =>
        change(
          'restore',
          given,
          (_, id) => (to) => to.annotations.restore(id),
          (row) => {
            row.isDeleted = false;
          },
          (row) => row?.isDeleted === true,
        ),
      ),
      fc
        .tuple(fc.constantFrom(...(Object.keys(BULK) as (keyof typeof BULK)[])), places, rarely)
        .map((given) => changeMany(...given)),
      rarely.map(emptyBin),
      ...[rarely, rarely].map((one) => one.map(takeBackLast)),
      fc
        .tuple(fc.constantFrom('tag' as const, 'colour' as const), place, writing)
        .map(([name, at, typed]) =>
          undoAfterMore([changeMany(name, everyPlace, undefined)], at, typed),
        ),
      fc.tuple(place, writing).map(([at, typed]) => undoAfterMore(lossAndReturn, at, typed)),
      fc.constant(exportAll()),
      fc.tuple(fc.nat(3), rarely).map((given) => importFile(...given)),
      fc.constant(restart()),
      fc
        .constantFrom(0, 1, 1000, -5000, -86_400_000)
        .map((by) => command(`the clock goes on by ${by} ms`, async () => turnClock(by))),
    ],
    { maxCommands, size: 'max' },
  );
