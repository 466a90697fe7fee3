import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { withColour, withTags } from '../../../lib/annotation/changes.ts';
import { createAnchoringRepository } from '../../../lib/storage/anchoring-repository.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { type Changed, createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { anAnnotation, freshDatabase, writeNote } from './fresh-database.ts';

/** A library with as many annotations, and its bulk changes. */
async function withMany(count: number) {
  const database = freshDatabase();
  const made = Array.from({ length: count }, (_, index) =>
    anAnnotation({ created: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString() }),
  );
  await database.annotations.bulkAdd(made);
  const ids = made.map(({ id }) => id);
  const read = async () => (await database.annotations.toArray()) as Annotation[];
  return { database, bulk: createBulkChanges(database), made, ids, read };
}

/** All but when it was changed, which an undo cannot and should not take back. */
const withoutModified = (annotations: readonly Annotation[]) =>
  annotations.map(({ modified: _, ...rest }) => rest);

test('every one that is there is changed, and answered as it was', async () => {
  const { bulk, made, ids, read } = await withMany(3);
  const changed = await bulk.change([...ids, 'of none'], (one) => withTags(one, ['x']));
  expect(changed.map(({ before }) => before)).toEqual(made);
  expect(changed.map(({ after }) => after)).toEqual(await read());
  expect((await read()).map(({ tags }) => tags)).toEqual([['x'], ['x'], ['x']]);
});

test('what a change leaves as it is is not written, and nothing to be undone', async () => {
  const { bulk, made, ids, read } = await withMany(2);
  expect(await bulk.change(ids, (one) => withColour(one, 'yellow'))).toEqual([]);
  expect(await read()).toEqual(made);
});

test('a change that fails for one changes none', async () => {
  const { bulk, made, ids, read } = await withMany(3);
  const fails = bulk.change(ids, (one) => {
    if (one.id === ids[2]) throw new Error('No');
    return withTags(one, ['x']);
  });
  await expect(fails).rejects.toThrow('No');
  expect(await read()).toEqual(made);
});

test('what is deleted is not changed, and is listed, last deleted first', async () => {
  const { bulk, ids } = await withMany(3);
  const [first, second] = ids as [string, string, string];
  await bulk.delete([second]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await bulk.delete([first]);
  expect((await bulk.listDeleted()).map(({ id }) => id)).toEqual([first, second]);
  expect(await bulk.change([first], (one) => withTags(one, ['x']))).toEqual([]);
  expect(await bulk.delete([first])).toEqual([]);
  expect(await bulk.restore([first, second])).toHaveLength(2);
  expect(await bulk.listDeleted()).toEqual([]);
});

test('only what is deleted is purged, with its draft and its state; undo brings it back, and the draft', async () => {
  const { database, bulk, ids, read } = await withMany(2);
  const [gone, kept] = ids as [string, string];
  const drafts = createDraftRepository(database);
  const anchorings = createAnchoringRepository(database);
  await drafts.save(gone, 'typed');
  await anchorings.save({ [gone]: { state: 'orphan' }, [kept]: { state: 'exact' } });
  await bulk.delete([gone]);
  const purged = await bulk.purge(ids);
  expect((await read()).map(({ id }) => id)).toEqual([kept]);
  expect(await drafts.find(gone)).toBeUndefined();
  expect(await anchorings.listStates()).toEqual({ [kept]: 'exact' });
  await bulk.undo(purged);
  expect((await bulk.listDeleted()).map(({ id }) => id)).toEqual([gone]);
  expect(await drafts.find(gone)).toBe('typed');
});

test('undone in turn, any acts leave everything as it was, in versions that win over the old', async () => {
  const act = fc.record({
    what: fc.constantFrom('tag', 'colour', 'delete', 'restore', 'purge'),
    among: fc.subarray([0, 1, 2, 3]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
      const { bulk, made, ids, read } = await withMany(4);
      const undos: Changed[] = [];
      for (const { what, among } of acts) {
        const chosen = among.map((index) => ids[index] as string);
        if (what === 'tag') undos.push(await bulk.change(chosen, (one) => withTags(one, ['x'])));
        else if (what === 'colour') {
          undos.push(await bulk.change(chosen, (one) => withColour(one, 'pink')));
        } else undos.push(await bulk[what as 'delete'](chosen));
      }
      for (const changed of undos.reverse()) await bulk.undo(changed);
      const now = await read();
      expect(withoutModified(now)).toEqual(withoutModified(made));
      now.forEach(({ modified }, index) => {
        expect(modified >= (made[index]?.modified ?? '')).toBe(true);
      });
    }),
    { numRuns: 40 },
  );
});

test('an undo is a save like any other: an older version that comes late does not win', async () => {
  const { database, bulk, ids, made } = await withMany(1);
  const before = await bulk.delete(ids);
  await bulk.undo(before);
  const repository = createAnnotationRepository(database);
  await repository.save(made[0] as Annotation);
  const [now] = await database.annotations.toArray();
  expect(now?.deleted).toBeUndefined();
  expect((now?.modified ?? '') > (made[0]?.modified ?? '')).toBe(true);
});

test('an undo takes back what was done, and nothing that was written elsewhere since', async () => {
  const { database, bulk, ids, read } = await withMany(2);
  const repository = createAnnotationRepository(database);
  const changed = await bulk.change(ids, (one) => withTags(one, ['x']));
  const [first, second] = ids as [string, string];
  await writeNote(repository, first, 'Written since.', ['x']);
  await repository.delete(second);
  await bulk.undo(changed);
  const [one, other] = await read();
  expect(one).toMatchObject({ body: { value: 'Written since.' } });
  expect(one?.tags).toBeUndefined();
  expect(other?.tags).toBeUndefined();
  expect(other?.deleted).toBeDefined();
});
