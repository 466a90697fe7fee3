import type { ValueArea } from '../../../lib/storage/snapshot-shelf.ts';
import { openConfig } from '../../../lib/sync/connect.ts';
import type { SyncConfig } from '../../../lib/sync/sync-config.ts';
import type { Couch } from '../../couch/server.ts';

/** What a browser has that was connected with a database. Unless there is a passphrase nothing is asked. */
export async function connectedWith(
  { user, password }: Pick<Couch, 'user' | 'password'>,
  address: string,
  passphrase?: string,
): Promise<SyncConfig> {
  if (passphrase === undefined) return { address, user, password };
  return openConfig({ address, user, password, passphrase }, { fetch, isOnline: true });
}

/** Where a browser keeps that, to be looked into. */
export function createArea(): ValueArea & { values: Record<string, unknown> } {
  const values: Record<string, unknown> = {};
  return {
    values,
    get: async (keys) =>
      Object.fromEntries(keys.flatMap((key) => (key in values ? [[key, values[key]]] : []))),
    set: async (given) => void Object.assign(values, structuredClone(given)),
    remove: async (keys) => {
      for (const key of keys) delete values[key];
    },
  };
}
