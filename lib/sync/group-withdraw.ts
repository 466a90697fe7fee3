import type { Database } from '../storage/database.ts';
import { type SyncFault, toSyncError } from './failure.ts';
import type { GroupConfig } from './group-config.ts';
import { runGroup } from './run-group.ts';

/** Delete from the group's database all that the reader shares there; answers why it could not. */
export async function withdrawAll(
  database: Database,
  config: GroupConfig,
  fetch: typeof globalThis.fetch,
): Promise<SyncFault | undefined> {
  await database.shared.toCollection().modify({ isShared: false });
  const { signal } = new AbortController();
  try {
    await runGroup({ database, config, fetch, isThorough: false, signal });
    return undefined;
  } catch (error) {
    return toSyncError(error).fault;
  }
}
