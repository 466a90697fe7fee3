import type { SyncFields } from '../../components/sync-form.tsx';
import type { SyncConfig } from '../../lib/sync/sync-config.ts';

/** What need not be typed again; the password has to be. */
export function toFields({ address, user }: SyncConfig): Partial<SyncFields> {
  const at = address.lastIndexOf('/');
  const database = decodeURIComponent(address.slice(at + 1));
  return { server: address.slice(0, at), database, user };
}
