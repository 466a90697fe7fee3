import type { Room } from '../storage/room.ts';
import { toSyncError } from './failure.ts';

/**
 * A fetch that asks for nothing while the disk has hardly room for what would come: PouchDB writes it
 * to a database beside the library's, and a full disk would end both.
 *
 * @returns What throws a SyncError when there is no room.
 */
export function fetchWithRoom(fetch: typeof globalThis.fetch, room: Room): typeof fetch {
  return async (input, options) => {
    await room.demand().catch((error) => {
      throw toSyncError(error);
    });
    return fetch(input, options);
  };
}
