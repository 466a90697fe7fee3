import { expect, test, vi } from 'vitest';
import { CHUNK, inChunks, type Progress } from '../../../entrypoints/library/in-chunks.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { anAnnotation, freshDatabase } from '../storage/fresh-database.ts';

/** A library of two chunks and a half. */
async function withMany() {
  const database = freshDatabase();
  const made = Array.from({ length: 2.5 * CHUNK }, () => anAnnotation());
  await database.annotations.bulkAdd(made);
  const bulk = createBulkChanges(database);
  const countDeleted = async () => (await bulk.listDeleted()).length;
  return { bulk, ids: made.map(({ id }) => id), countDeleted };
}

test('everything is done, and it is said how far it is', async () => {
  const { bulk, ids, countDeleted } = await withMany();
  const progress: Progress[] = [];
  const before = await inChunks(ids, bulk.delete, {
    onProgress: (one) => progress.push(one),
    signal: new AbortController().signal,
    undo: bulk.undo,
  });
  expect(before).toHaveLength(ids.length);
  expect(await countDeleted()).toBe(ids.length);
  const total = ids.length;
  expect(progress).toEqual([0, CHUNK, 2 * CHUNK].map((done) => ({ done, total })));
});

test('what is stopped midway is taken back', async () => {
  const { bulk, ids, countDeleted } = await withMany();
  const controller = new AbortController();
  const before = await inChunks(ids, bulk.delete, {
    onProgress: ({ done }) => done > 0 && controller.abort(),
    signal: controller.signal,
    undo: bulk.undo,
  });
  expect(before).toEqual([]);
  expect(await countDeleted()).toBe(0);
});

test('what fails midway is taken back, and fails', async () => {
  const { bulk, ids, countDeleted } = await withMany();
  const act = vi.fn(bulk.delete);
  act.mockImplementationOnce(bulk.delete).mockRejectedValueOnce(new Error('full'));
  const doing = inChunks(ids, act, {
    onProgress: () => {},
    signal: new AbortController().signal,
    undo: bulk.undo,
  });
  await expect(doing).rejects.toThrow('full');
  expect(await countDeleted()).toBe(0);
});
