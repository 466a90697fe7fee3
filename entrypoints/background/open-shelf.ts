import { createFileArea } from '../../lib/storage/file-area.ts';
import { createSnapshotShelf, type SnapshotShelf } from '../../lib/storage/snapshot-shelf.ts';

/** The shelf of this browser: files of the extension's own, apart from every database. */
export function openShelf(): SnapshotShelf {
  return createSnapshotShelf(createFileArea('snapshots'));
}
