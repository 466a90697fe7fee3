import { createUuid } from '../annotation/uuid.ts';
import type { Database } from '../storage/database.ts';

/**
 * Begin to sync with a database, or begin anew: from now on writes are noted, and all that there is
 * waits to be sent. What the server has of it already is found out by the first sync.
 *
 * @returns The name of the replica: another one every time, so that nothing of an old one is left.
 */
export async function turnOn(database: Database, address: string): Promise<string> {
  const { annotations, outbox, synced, syncState } = database;
  const replica = `waymark-sync-${createUuid()}`;
  await database.transaction('rw', annotations, outbox, synced, syncState, async () => {
    await outbox.clear();
    await synced.clear();
    await syncState.bulkDelete(['checkpoint', 'since', 'held', 'checked']);
    await syncState.put({ key: 'on', value: { address, replica } });
    const ids = await annotations.toCollection().primaryKeys();
    await outbox.bulkPut(ids.map((id) => ({ id, mark: '' })));
  });
  return replica;
}

/** Stop, and forget all that was noted for it. */
export async function turnOff(database: Database): Promise<void> {
  const { outbox, synced, syncState } = database;
  await database.transaction('rw', outbox, synced, syncState, async () => {
    await outbox.clear();
    await synced.clear();
    await syncState.clear();
  });
}
