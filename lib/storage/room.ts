import { type DBCore, type DBCoreTable, Dexie } from 'dexie';

/**
 * Bytes of the disk that are left alone. Chromium keeps databases in LevelDB, which gathers 4 MB before
 * it sorts them into tables of 2 MB (`write_buffer_size` and `max_file_size` in its `options.h`): room
 * for both, and for what others write meanwhile.
 */
export const LEAST_ROOM = 16 * 1024 * 1024;

/**
 * For how long a look at the disk will do that found room. Milliseconds, in which others write 5 MB at most, if they write
 * 200 MB a second. A look takes half a millisecond.
 */
const FRESH = 25;

/** How much room the disk has for what is to be written. */
export interface Room {
  /** @throws QuotaExceededError when there is hardly any. */
  demand(): Promise<void>;
}

/** What Chromium says beside the standard's `usage` and `quota`. */
type Estimate = StorageEstimate & { usageDetails?: object };

const estimateHere = async (): Promise<Estimate> =>
  globalThis.navigator?.storage?.estimate?.() ?? {};

/**
 * @param estimate what the browser says of its storage.
 * @param now milliseconds, from wherever.
 */
export function createRoom(
  estimate: () => Promise<Estimate> = estimateHere,
  now = () => performance.now(),
): Room {
  let looked = Number.NEGATIVE_INFINITY;
  let free = Number.POSITIVE_INFINITY;
  return {
    async demand() {
      if (free < LEAST_ROOM || now() - looked > FRESH) {
        const said = await estimate().catch(() => undefined);
        free = freeOf(said ?? {});
        // A browser that never says need not be asked again; one that could not, this once, is.
        looked = said && !Number.isFinite(free) ? Number.POSITIVE_INFINITY : now();
      }
      if (free >= LEAST_ROOM) return;
      throw new Dexie.QuotaExceededError(`The disk has room for ${free} bytes only`);
    },
  };
}

/**
 * Bytes that are free on the disk. Only Chromium says so: to an extension with `unlimitedStorage` its
 * quota is what is used and what is free. It alone lists `usageDetails`. Others name a share of the
 * disk as it was when they started, and lose nothing when it is full.
 */
function freeOf({ quota, usage, usageDetails }: Estimate): number {
  if (!usageDetails || quota === undefined || usage === undefined) return Number.POSITIVE_INFINITY;
  return quota - usage;
}

/**
 * Have nothing written to a library that the disk has hardly room for. Chromium deletes a database whose
 * log a full disk has cut off at the end of a block, with all that was ever acknowledged (version 156;
 * seen by `npm run soak -- fullDisk`). What is deleted needs no room.
 */
export function demandRoom(database: Dexie, room: Room): void {
  const create = (core: DBCore): DBCore => ({
    ...core,
    table: (name) => demanding(core.table(name), room),
  });
  database.use({ stack: 'dbcore', name: 'room', create });
}

function demanding(table: DBCoreTable, room: Room): DBCoreTable {
  return {
    ...table,
    mutate: async (request) => {
      if (request.type === 'put' || request.type === 'add') {
        await Dexie.waitFor(() => room.demand());
      }
      return table.mutate(request);
    },
  };
}
