import { expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { type AnnotationMap, createFollower } from '../../../lib/storage/follower.ts';
import { anAnnotation, freshDatabase, freshName } from './fresh-database.ts';

/** Long enough for an answer that should not come to have come. Milliseconds. */
const A_WHILE = 50;
const aWhile = () => new Promise((resolve) => setTimeout(resolve, A_WHILE));

function follow(database = freshDatabase()) {
  const values: { annotations: AnnotationMap; isWhole: boolean }[] = [];
  const controller = new AbortController();
  createFollower(database).follow(
    (annotations, isWhole) => values.push({ annotations, isWhole }),
    (error) => {
      throw error;
    },
    controller.signal,
  );
  const last = () => Array.from(values.at(-1)?.annotations.keys() ?? []).sort();
  return { values, last, controller };
}

/** Annotations made a second apart. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anAnnotation({ created: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString() }),
  );

test('the newest are there first, and then all, in as many goes as it takes', async () => {
  const database = freshDatabase();
  const made = many(2500);
  await database.annotations.bulkAdd(made);
  const { values, last } = follow(database);
  await vi.waitFor(() => expect(values.at(-1)?.isWhole).toBe(true), { timeout: 5000 });
  const newest = made.slice(-40).map(({ id }) => id);
  expect(values[0]?.isWhole).toBe(false);
  expect(Array.from(values[0]?.annotations.keys() ?? []).sort()).toEqual(newest.sort());
  expect(last()).toEqual(made.map(({ id }) => id).sort());
});

test('what is written later is seen, whoever writes it; what is as it was is the same object', async () => {
  const name = freshName();
  const [one, two, three] = many(3) as [never, never, never];
  const elsewhere = openDatabase(name);
  const repository = createAnnotationRepository(elsewhere);
  await repository.save(one);
  await repository.save(two);
  const { values, last } = follow(openDatabase(name));
  await vi.waitFor(() => expect(values.at(-1)?.isWhole).toBe(true));
  const before = values.at(-1)?.annotations;
  await repository.save(three);
  await vi.waitFor(() => expect(last()).toHaveLength(3));
  const id = (one as { id: string }).id;
  expect(values.at(-1)?.annotations.get(id)).toBe(before?.get(id));
  expect(before?.size).toBe(2);
});

test('tombstones are followed too, until they are purged', async () => {
  const database = freshDatabase();
  const bulk = createBulkChanges(database);
  const { values, last } = follow(database);
  const [one] = many(1) as [ReturnType<typeof anAnnotation>];
  await createAnnotationRepository(database).save(one);
  await bulk.delete([one.id]);
  await vi.waitFor(() =>
    expect(values.at(-1)?.annotations.get(one.id)?.deleted).toBeTypeOf('string'),
  );
  await bulk.purge([one.id]);
  await vi.waitFor(() => expect(last()).toEqual([]));
});

test('nothing is said after the end', async () => {
  const database = freshDatabase();
  const { values, controller } = follow(database);
  await vi.waitFor(() => expect(values.at(-1)?.isWhole).toBe(true));
  const said = values.length;
  controller.abort();
  await createAnnotationRepository(database).save(anAnnotation());
  await aWhile();
  expect(values).toHaveLength(said);
});

test('a database that cannot be read is an error', async () => {
  const database = freshDatabase();
  database.close();
  const onError = vi.fn();
  createFollower(database).follow(vi.fn(), onError, new AbortController().signal);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
});
