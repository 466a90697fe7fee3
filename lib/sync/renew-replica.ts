import type PouchDB from 'pouchdb-core';
import type { Database } from '../storage/database.ts';
import { deleteReplica } from './delete-replica.ts';
import { SyncError } from './failure.ts';
import { openReplica } from './pouch.ts';
import { turnOn } from './turn-on.ts';

/** Begin anew with another replica: nothing is lost but the knowledge of what was merged from what. */
export async function renewReplica(
  database: Database,
  address: string,
  old: string,
): Promise<PouchDB> {
  const replica = await openReplica(await turnOn(database, address));
  if (!replica) throw new SyncError('failed', 'no replica can be opened');
  await deleteReplica(old);
  return replica;
}
