import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { runSync, type SyncOutcome, type SyncRun } from '../../../lib/sync/run-sync.ts';
import { turnOn } from '../../../lib/sync/turn-on.ts';
import type { Couch } from '../../couch/server.ts';
import { freshDatabase } from '../storage/fresh-database.ts';
import { connectedWith } from './connected.ts';

let devices = 0;

/** A browser of the reader's: a library, and sync with one database. */
export async function createDevice(
  user: Pick<Couch, 'user' | 'password'>,
  address: string,
  passphrase?: string,
) {
  devices += 1;
  const database = freshDatabase();
  const config = await connectedWith(user, address, passphrase);
  await turnOn(database, address);
  const changed: Annotation[] = [];

  return {
    name: `device ${devices}`,
    database,
    config,
    annotations: createAnnotationRepository(database),
    bulk: createBulkChanges(database),
    /** All that sync has changed here. */
    changed,
    sync: (options: Partial<SyncRun> = {}): Promise<SyncOutcome> =>
      runSync({
        database,
        config,
        fetch,
        mayRemove: false,
        isThorough: false,
        signal: new AbortController().signal,
        onProgress: () => {},
        onChanged: (some) => changed.push(...some),
        ...options,
      }),
    /** Everything the reader has here, the bin included, by id. */
    library: () => database.annotations.orderBy('id').toArray(),
  };
}

export type Device = Awaited<ReturnType<typeof createDevice>>;
