import { createFileArea } from '../../lib/storage/file-area.ts';
import type { ValueArea } from '../../lib/storage/snapshot-shelf.ts';

/** Where this browser keeps what it knows of the reader's server; see `SyncConfig`. */
export function openSyncArea(): ValueArea {
  return createFileArea('sync');
}
