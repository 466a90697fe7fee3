import type { Database } from '../../lib/storage/database.ts';
import type { LibraryRepository } from '../../lib/storage/library-repository.ts';
import type { Announcer } from './announce.ts';
import { keepBackups } from './keep-backups.ts';
import { keepSynced } from './keep-synced.ts';
import type { Syncer } from './syncer.ts';

/** Keep copies of the library: backups on this machine, and one on the reader's server, if any. */
export function keepCopies(
  library: LibraryRepository,
  database: Database,
  announcer: Announcer,
): Syncer {
  keepBackups(library);
  return keepSynced(database, announcer);
}
