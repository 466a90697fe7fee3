import type { Site } from '../../lib/blog/site.ts';
import { createAnchoringRepository } from '../../lib/storage/anchoring-repository.ts';
import { createAnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository } from '../../lib/storage/draft-repository.ts';
import { createFeedRepository } from '../../lib/storage/feed-repository.ts';
import { createLibraryRepository } from '../../lib/storage/library-repository.ts';
import { createOpening } from '../../lib/storage/opening.ts';
import { createPostRepository } from '../../lib/storage/post-repository.ts';
import { createReadingRepository } from '../../lib/storage/reading-repository.ts';
import { createRelatedWork } from '../../lib/storage/related-work.ts';
import { createSettingsRepository } from '../../lib/storage/settings-repository.ts';

/** Open all that the background keeps for the reader. */
export function openStores() {
  const database = openDatabase();
  return {
    database,
    anchorings: createAnchoringRepository(database),
    annotations: createAnnotationRepository(database),
    drafts: createDraftRepository(database),
    feedOf: (site: Site) => createFeedRepository(database, site),
    library: createLibraryRepository(database),
    opening: createOpening(database),
    posts: createPostRepository(database),
    readings: createReadingRepository(database),
    relatedWork: createRelatedWork(database),
    settings: createSettingsRepository(database),
  };
}
