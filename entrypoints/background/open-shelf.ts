import browser from 'webextension-polyfill';
import { createSnapshotShelf, type SnapshotShelf } from '../../lib/storage/snapshot-shelf.ts';

/** The shelf of this browser: `storage.local`, which lies apart from every database. */
export function openShelf(): SnapshotShelf {
  const { local } = browser.storage;
  return createSnapshotShelf({
    get: (keys) => local.get([...keys]),
    set: (values) => local.set(values),
    remove: (keys) => local.remove([...keys]),
  });
}
