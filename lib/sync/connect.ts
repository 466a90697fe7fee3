import { toBase64 } from './bytes.ts';
import { explainRefusal } from './explain-refusal.ts';
import { SyncError, type SyncFault } from './failure.ts';
import { type DatabaseInfo, greet } from './greet.ts';
import { createKeyCheck, KEY_CHECK_ID, unlock } from './key-check.ts';
import { type AddressFault, parseServerAddress } from './server-address.ts';
import type { SyncConfig } from './sync-config.ts';
import { createWire, type Wire } from './wire.ts';

/** What the reader says about their database. */
export interface Credentials {
  /** As it was typed: `https://couch.example/my-notes`. */
  address: string;
  user: string;
  password: string;
  /** Absent or empty for documents that are not encrypted. */
  passphrase?: string;
}

/**
 * What trying a connection comes to. `cors`: the server answers, and does not let extensions read
 * it; `unreachable`: nothing answers under the address, or, with https, nothing whose certificate
 * the browser trusts: it does not tell which; `one-for-both`: the reader's group and their own sync
 * are with the same database.
 */
export type ConnectionTest =
  | { is: 'good'; documents: number; isEncrypted: boolean }
  | { is: AddressFault | SyncFault | 'cors' | 'unreachable' | 'one-for-both' };

export interface ConnectOptions {
  fetch: typeof fetch;
  isOnline: boolean;
  signal?: AbortSignal;
}

/** In the database, and never replicated. */
const TRIAL = '_local/waymark-trial';

/** Try whether sync would work, with reading and writing, and change nothing that others see. */
export async function testConnection(
  credentials: Credentials,
  options: ConnectOptions,
): Promise<ConnectionTest> {
  const server = parseServerAddress(credentials.address);
  if (typeof server === 'string') return { is: server };
  const wire = createWire({ ...credentials, ...options });
  try {
    const { documents, keyCheck } = await greet(server.database, wire);
    await tryWriting(server.database, wire);
    const isEncrypted = keyCheck !== undefined;
    const { passphrase = '' } = credentials;
    if (isEncrypted && passphrase === '') return { is: 'no-passphrase' };
    if (!isEncrypted && passphrase !== '' && documents > 0) return { is: 'not-encrypted' };
    if (isEncrypted) openSecret(await unlock(keyCheck, passphrase));
    return { is: 'good', documents, isEncrypted };
  } catch (error) {
    const { fault } = await explainRefusal(error, server, { ...credentials, ...options });
    if (fault !== 'offline' || !options.isOnline) return { is: fault };
    // What may not be read can still be asked.
    const blind = options.fetch(server.server, { mode: 'no-cors', credentials: 'omit' });
    const isThere = await blind.then(
      () => true,
      () => false,
    );
    return { is: isThere ? 'cors' : 'unreachable' };
  }
}

/**
 * Make ready for sync: a new database that is to be encrypted gets its key check.
 *
 * @returns What is to be kept of what the reader has said; of the passphrase, what it makes.
 * @throws SyncError as `testConnection` would say.
 */
export async function openConfig(
  credentials: Credentials,
  options: ConnectOptions,
): Promise<SyncConfig> {
  const secret = await openDatabaseKey(credentials, options);
  const { address, user, password } = credentials;
  return { address: address.trim(), user, password, ...(secret !== undefined && { secret }) };
}

/** The secret, in base64; undefined when documents are not encrypted. */
async function openDatabaseKey(
  { passphrase = '', ...credentials }: Credentials,
  options: ConnectOptions,
): Promise<string | undefined> {
  const server = parseServerAddress(credentials.address);
  if (typeof server === 'string') throw new SyncError('no-database', server);
  const wire = createWire({ ...credentials, ...options });
  const info = await greet(server.database, wire);
  if (passphrase === '') {
    if (info.keyCheck !== undefined) throw new SyncError('no-passphrase');
    return undefined;
  }
  const keyCheck = info.keyCheck ?? (await putKeyCheck(server.database, wire, info, passphrase));
  return toBase64(openSecret(await unlock(keyCheck, passphrase)));
}

function openSecret(unlocked: Awaited<ReturnType<typeof unlock>>) {
  if (unlocked.is === 'right') return unlocked.secret;
  throw new SyncError(unlocked.is === 'wrong' ? 'wrong-passphrase' : 'damaged-key');
}

/** Store a key check, unless another device is just doing so: then theirs is the one. */
async function putKeyCheck(
  database: string,
  wire: Wire,
  { documents }: DatabaseInfo,
  passphrase: string,
): Promise<unknown> {
  if (documents > 0) throw new SyncError('not-encrypted');
  const { check } = await createKeyCheck(passphrase);
  await put(`${database}/${KEY_CHECK_ID}`, wire, check);
  return (await greet(database, wire)).keyCheck;
}

async function tryWriting(database: string, wire: Wire): Promise<void> {
  const address = `${database}/${TRIAL}`;
  const before = await wire.fetch(address);
  const { _rev } = (await before.json()) as { _rev?: unknown };
  await put(address, wire, typeof _rev === 'string' ? { _rev } : {});
}

async function put(address: string, wire: Wire, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  await wire.fetch(address, { method: 'PUT', headers, body: JSON.stringify(body) });
}
