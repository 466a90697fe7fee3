import type { Permalink } from '../../lib/blog/permalink.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import { clearPending, type PendingShelf } from '../../lib/messaging/pending.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { Inventory } from '../../lib/storage/inventory.ts';

export interface ErasureServices {
  annotations: Pick<AnnotationRepository, 'listAll'>;
  inventory: Pick<Inventory, 'eraseAll'>;
  /** Where pages keep what is not saved yet. */
  pending: PendingShelf;
  /** Turn sync off and leave the group, and forget servers and passwords. What is there stays there. */
  endSync: () => Promise<void>;
  /** What else is kept, each of which can be emptied: the backups, the log of troubles. */
  others: readonly { clear(): Promise<void> }[];
  announce: (source: Permalink) => Promise<void>;
}

/** Delete all that Waymark keeps, for good, and tell the pages that show it. */
export async function eraseEverything(services: ErasureServices): Promise<void> {
  const { annotations, inventory, pending, endSync, others, announce } = services;
  const sources = new Set((await annotations.listAll()).map(({ target }) => target.source));
  await endSync();
  // Before the library: the next background that starts would save what it finds there.
  await clearPending(pending);
  await inventory.eraseAll();
  await Promise.all(others.map((other) => other.clear()));
  // Pages that show the posts still paint what is gone.
  const shown = [...sources].flatMap((source) => findPermalink(source) ?? []);
  await Promise.allSettled(shown.map((source) => announce(source)));
}
