import assert from 'node:assert/strict';
import {
  type Annotation,
  isPresent,
  noteOf,
  tagsOf,
} from '../../../../lib/annotation/annotation.ts';
import { colourOf } from '../../../../lib/annotation/colour.ts';
import { formerNotesOf } from '../../../../lib/annotation/former-notes.ts';
import { kindOf } from '../../../../lib/annotation/kind.ts';
import { parseAnnotation } from '../../../../lib/annotation/schema.ts';
import type { Target } from '../../../../lib/annotation/target.ts';
import type { Writing } from '../../../../lib/annotation/writing.ts';
import { permalinkOf } from '../fresh-database.ts';
import type { Draft, Library, Row, Words } from './reference.ts';
import type { Context } from './rig.ts';

function placeOf({ selector }: Target): number {
  const [, position] = selector;
  return position?.type === 'TextPositionSelector' ? position.start : -1;
}

/** What is written, in the words of the reference. */
export function toWords({ note, kind, tags, action }: Writing): Words {
  return {
    note,
    kind: kind === 'highlight' || kind === 'comment' ? 'plain' : kind,
    tags: [...tags],
    done: (kind === 'action' && action.done) || '',
    due: (kind === 'action' && action.due) || '',
  };
}

/** A record, in the words of the reference. */
export function toRow(annotation: Annotation): Row {
  const { action, history = [], target, modified } = annotation;
  return {
    ...toWords({
      note: noteOf(annotation),
      kind: kindOf(annotation),
      tags: tagsOf(annotation),
      action: action ?? {},
    }),
    place: placeOf(target),
    places: history.map((former) => placeOf(former.target)),
    colour: colourOf(target),
    former: formerNotesOf(annotation).map((former) => ({ ...former })),
    isDeleted: !isPresent(annotation),
    modified,
  };
}

/** All but the stamps. */
function toContent({ modified: _, former, ...row }: Row) {
  return { ...row, former: former.map(({ note }) => note) };
}

const byId = <T>(entries: Iterable<readonly [string, T]>) =>
  Object.fromEntries(Array.from(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What the library holds, in the words of the reference. */
export async function readLibrary({ database }: Context): Promise<Library> {
  const [annotations, drafts] = await database.transaction(
    'r',
    database.annotations,
    database.drafts,
    () => Promise.all([database.annotations.toArray(), database.drafts.toArray()]),
  );
  for (const annotation of annotations) parseAnnotation(annotation);
  const toDraft = ({ note, details, base, form }: (typeof drafts)[number]): Draft => {
    assert(details && base && form, 'A draft is kept whole');
    return { words: toWords({ note, ...details }), base: toWords(base), form };
  };
  return {
    rows: new Map(annotations.map((one) => [one.id, toRow(one)])),
    drafts: new Map(drafts.map((one) => [one.id, toDraft(one)])),
  };
}

/** Whether they say the same, whenever it was written. */
export function isSameLibrary(a: Library, b: Library): boolean {
  try {
    expectSame(a, b);
    return true;
  } catch {
    return false;
  }
}

function expectSame(real: Library, wanted: Library): void {
  const contents = ({ rows }: Library) =>
    byId(Array.from(rows, ([id, row]) => [id, toContent(row)]));
  assert.deepEqual(contents(real), contents(wanted));
  assert.deepEqual(byId(real.drafts), byId(wanted.drafts));
}

/**
 * See that the library is what the reference says, whoever asks for what of it, and that what was
 * changed is newer than it was. The stamps are taken over.
 */
export async function compare(context: Context, wanted: Library, before: Library): Promise<void> {
  const real = await readLibrary(context);
  expectSame(real, wanted);
  for (const [id, row] of real.rows) {
    const was = before.rows.get(id);
    if (was && JSON.stringify(toContent(was)) !== JSON.stringify(toContent(row)))
      assert(row.modified > was.modified, `${id} is not newer than it was`);
  }
  wanted.rows = real.rows;

  const present = Array.from(real.rows).filter(([, { isDeleted }]) => !isDeleted);
  const ids = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id).sort();
  const wantedIds = present.map(([id]) => id).sort();
  const { annotations, bulk } = context;
  assert.deepEqual(ids(await annotations.listAll()), wantedIds);
  const read = await annotations.listBySource(permalinkOf('one'));
  assert.deepEqual(ids(read), wantedIds);
  const places = read.map(({ target }) => placeOf(target));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.equal(await annotations.count(), present.length);
  assert.equal((await bulk.listDeleted()).length, real.rows.size - present.length);
  const tags = new Set(present.flatMap(([, row]) => row.tags));
  assert.deepEqual((await annotations.listTags()).toSorted(), Array.from(tags).sort());
}
