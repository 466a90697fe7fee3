import httpAdapter from 'pouchdb-adapter-http';
import indexeddbAdapter from 'pouchdb-adapter-indexeddb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import type { Wire } from './wire.ts';

/*
 * The only module that loads PouchDB: it is a third of the background's code, and whoever has no
 * sync does not run it.
 */

PouchDB.plugin(indexeddbAdapter).plugin(httpAdapter).plugin(replication);

/**
 * Revisions of one annotation that are remembered. Every edit sends their names, 35 bytes each; and
 * a device that was away for more edits than that could not tell an older version from another one.
 */
const REVISIONS = 100;

/**
 * The reader's own copy of what the server has. Ancestors are kept: merging compares with them.
 *
 * @returns Undefined when it cannot be opened: PouchDB numbers every opening by the clock, and
 *   refuses one that was set back since. What it held is in the library, and on the server.
 */
export async function openReplica(name: string): Promise<PouchDB | undefined> {
  const replica = new PouchDB(name, { adapter: 'indexeddb', revs_limit: REVISIONS });
  try {
    await replica.info();
    return replica;
  } catch (error) {
    if ((error as { name?: unknown } | null)?.name !== 'VersionError') throw error;
    // What was never opened cannot be closed either, and says so in the same way.
    await replica.close().catch(() => undefined);
    return undefined;
  }
}

/** The server's database. It is not made when it is not there. */
export function openRemote(database: string, wire: Wire): PouchDB {
  // A request that is rejected is never answered to whoever asked for `info`: it would wait for ever.
  const fetch: Wire['fetch'] = (input, options) =>
    wire.fetch(input, options).catch((error) => {
      if (options?.signal?.aborted) throw error;
      return Response.json({ error: 'unreachable', reason: String(error) }, { status: 503 });
    });
  return new PouchDB(database, { adapter: 'http', fetch, skip_setup: true });
}
