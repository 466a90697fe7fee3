import { isPresent } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import { createSyncRows } from './sync-state.ts';
import { turnOn } from './turn-on.ts';

/**
 * Have nothing removed by the next sync, here or there: this library and the database meet as if for
 * the first time. What is gone there and present here is marked as changed now: as it stood it would
 * be, by its revision's name, what the deletion was made of.
 *
 * @returns The name of the new replica.
 */
export async function keepAll(database: Database, address: string, now: Date): Promise<string> {
  const { annotations } = database;
  const held = await createSyncRows(database).listHeld();
  const replica = await turnOn(database, address);
  await database.transaction('rw', annotations, database.outbox, database.syncState, async () => {
    const found = await annotations.bulkGet(held);
    const kept = found.filter((annotation) => annotation && isPresent(annotation));
    const modified = now.toISOString();
    await annotations.bulkPut(kept.flatMap((one) => (one ? [{ ...one, modified }] : [])));
  });
  return replica;
}
