import { background } from '../../lib/messaging/transport.ts';
import type { Database } from '../../lib/storage/database.ts';
import { createInventory, type Inventory } from '../../lib/storage/inventory.ts';
import { createLibraryImports, type LibraryImports } from '../../lib/storage/library-imports.ts';
import {
  createLibraryRepository,
  type LibraryRepository,
} from '../../lib/storage/library-repository.ts';
import { createOpening } from '../../lib/storage/opening.ts';
import type { SnapshotShelf } from '../../lib/storage/snapshot-shelf.ts';
import {
  createGroupSettings,
  type GroupSettings,
  type GroupSettingsServices,
} from '../../lib/sync/group-settings.ts';
import { createSyncSettings, type SyncSettings } from '../../lib/sync/sync-settings.ts';
import { type BackupServices, type Backups, createBackups } from '../background/backups.ts';
import { saveCopy } from '../background/copies.ts';
import { openShelf } from '../background/open-shelf.ts';
import { openSyncArea } from '../background/open-sync-area.ts';
import { report } from '../pages/report.ts';
import { openRepositories, openServices, type Services } from '../pages/services.ts';

/** What the settings lean on beside what every page does; the popup need not load it. */
export interface SettingsServices extends Services {
  inventory: Inventory;
  library: LibraryRepository;
  imports: LibraryImports;
  shelf: SnapshotShelf;
  backups: Backups;
  sync: SyncSettings;
  groupSettings: GroupSettings;
}

/** A copy that fails leaves the backup as it is. */
const copy: BackupServices['copy'] = (...made) =>
  saveCopy(...made).catch((error: unknown) => report('saving a copy of a backup', error));

/** Open the library for the settings, with all that counts, erases and restores it. */
export function openSettingsServices(database: Database): SettingsServices {
  openRepositories(database, createOpening(database));
  const library = createLibraryRepository(database);
  const shelf = openShelf();
  const servers = openServers(database);
  return {
    ...openServices(),
    inventory: createInventory(database),
    library,
    imports: createLibraryImports(database),
    shelf,
    backups: createBackups({ library, shelf, copy }),
    sync: createSyncSettings(servers),
    groupSettings: createGroupSettings(servers),
  };
}

/** What is leaned on to speak with a server. */
function openServers(database: Database): GroupSettingsServices {
  return {
    database,
    kept: openSyncArea(),
    locks: navigator.locks,
    fetch: (input, options) => fetch(input, options),
    get isOnline() {
      return navigator.onLine;
    },
    // Not waited for: a first sync may take minutes, and what it does stands in the database.
    async askToSync(options) {
      background.syncNow(options).catch((error: unknown) => report('syncing', error));
    },
    askToStop: () => background.stopSync(),
  };
}
