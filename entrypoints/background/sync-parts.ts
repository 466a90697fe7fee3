import type { Annotation } from '../../lib/annotation/annotation.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import type { Database } from '../../lib/storage/database.ts';
import { createRoom } from '../../lib/storage/room.ts';
import type { ValueArea } from '../../lib/storage/snapshot-shelf.ts';
import { fetchWithRoom } from '../../lib/sync/fetch-with-room.ts';
import { findGroupConfig } from '../../lib/sync/group-config.ts';
import { createGroupRows } from '../../lib/sync/group-rows.ts';
import { findSyncConfig } from '../../lib/sync/sync-settings.ts';
import { createSyncRows } from '../../lib/sync/sync-state.ts';
import type { Announcer } from './announce.ts';
import { isInFront } from './in-front.ts';
import { createSyncPart, type SyncPart } from './sync-part.ts';

export interface SyncServices {
  database: Database;
  announcer: Pick<Announcer, 'announce'>;
  /** What the reader has set up; see `SyncConfig`. */
  kept: Pick<ValueArea, 'get'>;
}

/** Sync and the group, as they are in this browser. */
export function createSyncParts({ database, announcer, kept }: SyncServices): SyncPart[] {
  const onChanged = (annotations: readonly Annotation[]) => {
    for (const source of new Set(annotations.map(({ target }) => target.source))) {
      const permalink = findPermalink(source);
      if (permalink) announcer.announce(permalink);
    }
  };
  const given = {
    database,
    fetch: fetchWithRoom((input, options) => fetch(input, options), createRoom()),
    locks: navigator.locks,
    isOnline: () => navigator.onLine,
  };
  const listening = { ...given, isWanted: isInFront, wait, now: () => performance.now() };
  const findConfig = () => findSyncConfig(kept);
  const findGroup = () => findGroupConfig(kept);
  // In the same file, since a service worker may load no other; but run only where they are on.
  return [
    createSyncPart({
      name: 'sync',
      findConfig,
      rows: createSyncRows(database),
      listening,
      loadJob: async () => {
        const { createSyncJob } = await import('../../lib/sync/sync-job.ts');
        return createSyncJob({ ...given, findConfig, onChanged });
      },
    }),
    createSyncPart({
      name: 'group',
      findConfig: findGroup,
      rows: createGroupRows(database),
      listening,
      loadJob: async () => {
        const { createGroupJob } = await import('../../lib/sync/group-job.ts');
        return createGroupJob({ ...given, findConfig: findGroup });
      },
    }),
  ];
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
