import { expect, test, vi } from 'vitest';
import { takePending } from '../../../entrypoints/background/take-pending.ts';
import { eraseEverything } from '../../../entrypoints/options/erase-everything.ts';
import { PENDING } from '../../../lib/messaging/pending.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createInventory } from '../../../lib/storage/inventory.ts';
import { anAnnotation, freshDatabase } from '../storage/fresh-database.ts';

test('what pages keep until it is saved is deleted, too: no later background brings it back', async () => {
  const database = freshDatabase();
  const annotations = createAnnotationRepository(database);
  const saved = anAnnotation();
  await annotations.save(saved);
  const waiting = anAnnotation();
  const held = new Map<string, unknown>([
    [PENDING + waiting.id, waiting],
    [`${PENDING}damaged`, 7],
    ['other', 1],
  ]);
  const shelf = {
    get: async () => Object.fromEntries(held),
    remove: async (keys: string[]) => keys.forEach((key) => void held.delete(key)),
  };
  const endSync = vi.fn(async () => expect(await annotations.count()).toBe(1));
  const other = { clear: vi.fn(async () => {}) };
  const announce = vi.fn(() => Promise.reject(new Error('No page shows it')));
  await eraseEverything({
    annotations,
    inventory: createInventory(database),
    pending: shelf,
    endSync,
    others: [other],
    announce,
  });
  expect([...held.keys()]).toEqual(['other']);
  expect(endSync).toHaveBeenCalledOnce();
  expect(other.clear).toHaveBeenCalledOnce();
  expect(announce.mock.calls).toEqual([[saved.target.source]]);

  await takePending({ shelf, annotations, announce: async () => {} });
  expect(await annotations.count()).toBe(0);
});
