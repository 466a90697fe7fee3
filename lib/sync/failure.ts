/**
 * Why sync does not go on:
 *
 * - `offline`: the server cannot be reached, whether there is no network, no such server, or a
 *   certificate that the browser does not trust: it does not tell which;
 * - `slow`: no answer in time;
 * - `password`: the server does not know the name and password; `forbidden`: they may not do that;
 * - `no-database`: there is none under the address; `not-couchdb`: what answers is no CouchDB;
 * - `full`: the server has no room left; `local-full`: the browser has none;
 * - `refused`: the server would not take some documents; `server`: it failed otherwise;
 * - `no-passphrase`, `wrong-passphrase`, `damaged-key`: the database is encrypted; `not-encrypted`:
 *   it was to be, and holds something that is not;
 * - `newer`: a later Waymark has written there;
 * - `removes`: more would be removed than looks intended, here or there;
 * - `erased`: the library was erased, or taken from a backup, since the last sync;
 * - `failed`: Waymark itself is at fault.
 */
export type SyncFault =
  | 'offline'
  | 'slow'
  | 'password'
  | 'forbidden'
  | 'no-database'
  | 'not-couchdb'
  | 'full'
  | 'local-full'
  | 'refused'
  | 'server'
  | 'no-passphrase'
  | 'wrong-passphrase'
  | 'damaged-key'
  | 'not-encrypted'
  | 'newer'
  | 'removes'
  | 'erased'
  | 'failed';

/** Those that pass by themselves; about the others somebody has to do something. */
export function isPassing(fault: SyncFault): boolean {
  return fault === 'offline' || fault === 'slow' || fault === 'server';
}

/** Sync has come to a stop before its end. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly fault: SyncFault;
  /** Of how many annotations or documents this is said, where it is. */
  readonly count: number | undefined;

  constructor(fault: SyncFault, detail = '', count?: number) {
    super(detail === '' ? fault : `${fault}: ${detail}`);
    this.fault = fault;
    this.count = count;
  }
}

/** What an answer other than a good one means; undefined where it is part of the protocol. */
export function faultOfStatus(status: number): SyncFault | undefined {
  if (status < 400 || status === 404 || status === 409 || status === 412) return undefined;
  if (status === 401) return 'password';
  if (status === 403) return 'forbidden';
  if (status === 413) return 'refused';
  if (status === 507) return 'full';
  if (status === 408 || status === 429 || status >= 500) return 'server';
  return 'not-couchdb';
}

/** What went wrong, of whatever was thrown. */
export function toSyncError(thrown: unknown): SyncError {
  if (thrown instanceof SyncError) return thrown;
  const { name = '', message = '', status } = (thrown ?? {}) as Record<string, unknown>;
  const detail = `${name} ${message}`.trim();
  if (name === 'QuotaExceededError' || /quota/i.test(detail))
    return new SyncError('local-full', detail);
  const fault = typeof status === 'number' ? faultOfStatus(status) : undefined;
  return new SyncError(fault ?? 'failed', detail);
}
