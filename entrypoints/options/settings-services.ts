import type { Database } from '../../lib/storage/database.ts';
import { createInventory, type Inventory } from '../../lib/storage/inventory.ts';
import { createLibraryImports, type LibraryImports } from '../../lib/storage/library-imports.ts';
import {
  createLibraryRepository,
  type LibraryRepository,
} from '../../lib/storage/library-repository.ts';
import { createOpening } from '../../lib/storage/opening.ts';
import type { SnapshotShelf } from '../../lib/storage/snapshot-shelf.ts';
import { type BackupServices, type Backups, createBackups } from '../background/backups.ts';
import { saveCopy } from '../background/copies.ts';
import { openShelf } from '../background/open-shelf.ts';
import { report } from '../pages/report.ts';
import { openRepositories, openServices, type Services } from '../pages/services.ts';

/** What the settings lean on beside what every page does; the popup need not load it. */
export interface SettingsServices extends Services {
  inventory: Inventory;
  library: LibraryRepository;
  imports: LibraryImports;
  shelf: SnapshotShelf;
  backups: Backups;
}

/** A copy that fails leaves the backup as it is. */
const copy: BackupServices['copy'] = (...made) =>
  saveCopy(...made).catch((error: unknown) => report('saving a copy of a backup', error));

/** Open the library for the settings, with all that counts, erases and restores it. */
export function openSettingsServices(database: Database): SettingsServices {
  openRepositories(database, createOpening(database));
  const library = createLibraryRepository(database);
  const shelf = openShelf();
  return {
    ...openServices(),
    inventory: createInventory(database),
    library,
    imports: createLibraryImports(database),
    shelf,
    backups: createBackups({ library, shelf, copy }),
  };
}
