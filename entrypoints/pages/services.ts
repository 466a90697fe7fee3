import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { background } from '../../lib/messaging/transport.ts';
import {
  type AnnotationRepository,
  createAnnotationRepository,
} from '../../lib/storage/annotation-repository.ts';
import { type BulkChanges, createBulkChanges } from '../../lib/storage/bulk-changes.ts';
import { type Database, openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository, type DraftRepository } from '../../lib/storage/draft-repository.ts';
import { createPostRepository, type PostRepository } from '../../lib/storage/post-repository.ts';
import {
  createReadingRepository,
  type ReadingRepository,
} from '../../lib/storage/reading-repository.ts';
import {
  createRelatedRepository,
  type RelatedRepository,
} from '../../lib/storage/related-repository.ts';
import type { SettingsRepository } from '../../lib/storage/settings-repository.ts';

/** What the extension's own pages lean on: the reader's library, and the background. */
export interface Services {
  annotations: AnnotationRepository;
  bulk: BulkChanges;
  drafts: DraftRepository;
  posts: PostRepository;
  readings: ReadingRepository;
  related: RelatedRepository;
  settings: SettingsRepository;
  background: Client<BackgroundProtocol>;
}

/** Open the library for a page: when it is first read, unless it is open already. */
export function openServices(database = openDatabase()): Services {
  return {
    annotations: createAnnotationRepository(database),
    bulk: createBulkChanges(database),
    drafts: createDraftRepository(database),
    posts: createPostRepository(database),
    readings: createReadingRepository(database),
    related: createRelatedRepository(database),
    settings: createSettings(database),
    background,
  };
}

/**
 * The settings, whose repository brings a parser along: it is loaded when they are first used. Do
 * not watch them by `watchQuery`, which sees only what is read at once.
 */
function createSettings(database: Database): SettingsRepository {
  const load = async () => {
    const { createSettingsRepository } = await import('../../lib/storage/settings-repository.ts');
    return createSettingsRepository(database);
  };
  return {
    read: async () => (await load()).read(),
    save: async (settings) => (await load()).save(settings),
  };
}
