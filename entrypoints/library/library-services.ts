import {
  type AnchoringRepository,
  createAnchoringRepository,
} from '../../lib/storage/anchoring-repository.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import {
  createFolderRepository,
  type FolderRepository,
} from '../../lib/storage/folder-repository.ts';
import { createFollower, type Follower } from '../../lib/storage/follower.ts';
import { createLibraryImports, type LibraryImports } from '../../lib/storage/library-imports.ts';
import {
  createLibraryRepository,
  type LibraryRepository,
} from '../../lib/storage/library-repository.ts';
import { createOpening } from '../../lib/storage/opening.ts';
import { createRelatedTitles, type RelatedTitles } from '../../lib/storage/related-titles.ts';
import { openRepositories, openServices, type Services } from '../pages/services.ts';

/** What the library leans on beside what every page does; the popup need not load it. */
export interface LibraryServices extends Services {
  anchorings: AnchoringRepository;
  follower: Follower;
  library: LibraryRepository;
  imports: LibraryImports;
  folders: FolderRepository;
  relatedTitles: RelatedTitles;
}

/** Open the library for its own page. */
export function openLibraryServices(): LibraryServices {
  const database = openDatabase();
  const opening = createOpening(database);
  // At once, while the page is being drawn. What goes wrong is told to whoever reads.
  database.open().catch(() => undefined);
  openRepositories(database, opening);
  return {
    ...openServices(),
    anchorings: createAnchoringRepository(database),
    follower: createFollower(database),
    library: createLibraryRepository(database),
    imports: createLibraryImports(database),
    folders: createFolderRepository(database),
    relatedTitles: createRelatedTitles(database),
  };
}
