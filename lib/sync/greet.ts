import * as v from 'valibot';
import { SyncError } from './failure.ts';
import { fitsSecret, KEY_CHECK_ID } from './key-check.ts';
import type { Wire } from './wire.ts';

/** As much of what a database says about itself as every CouchDB, and PouchDB Server, says. */
const infoSchema = v.object({
  db_name: v.string(),
  doc_count: v.number(),
  update_seq: v.union([v.number(), v.string()]),
});

export interface DatabaseInfo {
  documents: number;
  /** The key check that stands there, not yet looked at; undefined when there is none. */
  keyCheck: unknown;
}

/**
 * Ask a database whether it is there, and whether what it holds is encrypted.
 *
 * @throws SyncError saying why it cannot be synced with.
 */
export async function greet(database: string, wire: Wire): Promise<DatabaseInfo> {
  const response = await wire.fetch(database);
  const answer: unknown = await response.json();
  const read = v.safeParse(infoSchema, answer);
  if (response.status === 404) {
    // A web server that is no CouchDB seldom says so in CouchDB's words.
    const isCouch = v.is(v.object({ error: v.literal('not_found') }), answer);
    throw new SyncError(isCouch ? 'no-database' : 'not-couchdb');
  }
  if (!read.success || !response.ok) throw new SyncError('not-couchdb');
  const check = await wire.fetch(`${database}/${KEY_CHECK_ID}`);
  const keyCheck: unknown = check.ok ? await check.json() : undefined;
  return { documents: read.output.doc_count, keyCheck };
}

/**
 * See that a database is encrypted as it was when sync was turned on.
 *
 * @throws SyncError when it is not.
 */
export async function checkKey(
  { keyCheck }: DatabaseInfo,
  secret: Uint8Array<ArrayBuffer> | undefined,
): Promise<void> {
  if (keyCheck === undefined && secret) throw new SyncError('not-encrypted');
  if (keyCheck !== undefined && !secret) throw new SyncError('no-passphrase');
  if (secret && !(await fitsSecret(keyCheck, secret))) throw new SyncError('wrong-passphrase');
}
