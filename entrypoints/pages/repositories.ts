import {
  type AnnotationRepository,
  createAnnotationRepository,
} from '../../lib/storage/annotation-repository.ts';
import { type BulkChanges, createBulkChanges } from '../../lib/storage/bulk-changes.ts';
import { type Database, openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository, type DraftRepository } from '../../lib/storage/draft-repository.ts';
import { createGroupRepository, type GroupRepository } from '../../lib/storage/group-repository.ts';
import { createOpening, type Opening } from '../../lib/storage/opening.ts';
import { createPostRepository, type PostRepository } from '../../lib/storage/post-repository.ts';
import {
  createReadingRepository,
  type ReadingRepository,
} from '../../lib/storage/reading-repository.ts';
import {
  createRelatedRepository,
  type RelatedRepository,
} from '../../lib/storage/related-repository.ts';
import {
  createSettingsRepository,
  type SettingsRepository,
} from '../../lib/storage/settings-repository.ts';

/** All of the reader's library that a page reads and writes. */
export interface Repositories {
  annotations: AnnotationRepository;
  bulk: BulkChanges;
  drafts: DraftRepository;
  group: GroupRepository;
  /** Whether it can be opened. */
  opening: Opening;
  posts: PostRepository;
  readings: ReadingRepository;
  related: RelatedRepository;
  settings: SettingsRepository;
}

/** The repositories of a library, which is opened when one of them is first asked. */
export function createRepositories(
  database: Database = openDatabase(),
  opening = createOpening(database),
): Repositories {
  return {
    annotations: createAnnotationRepository(database),
    bulk: createBulkChanges(database),
    drafts: createDraftRepository(database),
    group: createGroupRepository(database),
    opening,
    posts: createPostRepository(database),
    readings: createReadingRepository(database),
    related: createRelatedRepository(database),
    settings: createSettingsRepository(database),
  };
}
