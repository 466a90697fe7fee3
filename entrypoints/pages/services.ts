import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { background } from '../../lib/messaging/transport.ts';
import {
  type AnnotationRepository,
  createAnnotationRepository,
} from '../../lib/storage/annotation-repository.ts';
import { type BulkChanges, createBulkChanges } from '../../lib/storage/bulk-changes.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository, type DraftRepository } from '../../lib/storage/draft-repository.ts';
import { createInventory, type Inventory } from '../../lib/storage/inventory.ts';
import { createPostRepository, type PostRepository } from '../../lib/storage/post-repository.ts';
import {
  createReadingRepository,
  type ReadingRepository,
} from '../../lib/storage/reading-repository.ts';
import {
  createSettingsRepository,
  type SettingsRepository,
} from '../../lib/storage/settings-repository.ts';

/** What the extension's own pages lean on: the reader's library, and the background. */
export interface Services {
  annotations: AnnotationRepository;
  bulk: BulkChanges;
  drafts: DraftRepository;
  inventory: Inventory;
  posts: PostRepository;
  readings: ReadingRepository;
  settings: SettingsRepository;
  background: Client<BackgroundProtocol>;
}

/** Open the library for a page. */
export function openServices(): Services {
  const database = openDatabase();
  return {
    annotations: createAnnotationRepository(database),
    bulk: createBulkChanges(database),
    drafts: createDraftRepository(database),
    inventory: createInventory(database),
    posts: createPostRepository(database),
    readings: createReadingRepository(database),
    settings: createSettingsRepository(database),
    background,
  };
}
