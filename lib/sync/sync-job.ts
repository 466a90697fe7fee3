import type { Annotation } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import { createJob, type Job, type JobServices } from './job.ts';
import { runSync } from './run-sync.ts';
import type { SyncConfig } from './sync-config.ts';
import { createSyncRows, type SyncLogLine } from './sync-state.ts';

export interface SyncJobServices extends JobServices<SyncConfig> {
  database: Database;
  onChanged: (annotations: readonly Annotation[]) => void;
}

/** What the reader wants of a run. */
export interface SyncWish {
  /** The reader has been asked, and many annotations may go. */
  mayRemove: boolean;
}

/** Keeps the library the same as the reader's database. What went wrong is in the status and the log. */
export function createSyncJob(services: SyncJobServices): Job<SyncWish> {
  const { database, fetch, onChanged, now = () => new Date() } = services;
  const rows = createSyncRows(database);
  const log = (line: Omit<SyncLogLine, 'at'>) =>
    rows.addToLog({ at: now().toISOString(), ...line });
  return createJob<SyncConfig, SyncWish>(
    services,
    rows,
    (a, b) => ({ mayRemove: a.mayRemove || b.mayRemove }),
    async (config, { wish, ...run }) => {
      const outcome = await runSync({ database, config, fetch, onChanged, ...wish, ...run });
      const { merged, foreign, sent, received } = outcome;
      const isNews = sent + received + merged > 0;
      if (isNews) await log({ what: 'done', sent, received });
      if (merged > 0) await log({ what: 'merged', count: merged });
      if (foreign > 0) await log({ what: 'skipped', count: foreign });
      return outcome;
    },
    ({ fault: why, count }) => log({ what: 'fault', why, ...(count !== undefined && { count }) }),
  );
}
