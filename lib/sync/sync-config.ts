import * as v from 'valibot';
import { fromBase64 } from './bytes.ts';
import { parseServerAddress, type ServerAddress } from './server-address.ts';

/**
 * Where the reader's sync goes. It is kept in a file of the extension's own: beside the library and
 * not in it, so that no export and no backup can hold a password; and not in `storage.local`, which
 * every content script can read and write.
 */
export interface SyncConfig {
  /** The database's address, as `ServerAddress` has it. */
  address: string;
  user: string;
  password: string;
  /** What documents are sealed with, in base64; absent when they are not. See `unlock`. */
  secret?: string;
}

/** The name under which it is kept. */
export const SYNC_CONFIG = 'sync';

/** As long as anything may be that a reader types about a server. */
const text = v.pipe(v.string(), v.maxLength(2000));
export const syncConfigSchema = v.strictObject({
  address: v.pipe(
    text,
    v.check((address) => typeof parseServerAddress(address) === 'object'),
  ),
  user: text,
  password: text,
  secret: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9+/]+={0,2}$/),
      v.check((secret) => fromBase64(secret).length === 32),
    ),
  ),
});

/** What is kept, if it is sound. */
export function parseSyncConfig(value: unknown): SyncConfig | undefined {
  const read = v.safeParse(syncConfigSchema, value);
  return read.success ? read.output : undefined;
}

/** Where a config's server is. */
export function serverOf({ address }: SyncConfig): ServerAddress {
  const server = parseServerAddress(address);
  if (typeof server === 'string') throw new TypeError(`${address} is no database: ${server}`);
  return server;
}

/** Whether sync, or a group, is with the database at an address that a reader typed. */
export function isUsedBy(config: SyncConfig | undefined, typed: string): boolean {
  const server = parseServerAddress(typed);
  return (
    config !== undefined &&
    typeof server === 'object' &&
    serverOf(config).database === server.database
  );
}
