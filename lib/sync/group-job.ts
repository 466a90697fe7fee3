import type { Database } from '../storage/database.ts';
import type { GroupConfig } from './group-config.ts';
import { createGroupRows } from './group-rows.ts';
import { createJob, type Job, type JobServices } from './job.ts';
import { runGroup } from './run-group.ts';

export interface GroupJobServices extends JobServices<GroupConfig> {
  database: Database;
}

/** Exchanges notes with the reader's group, whatever is wished. What went wrong is in the status. */
export function createGroupJob(services: GroupJobServices): Job<unknown> {
  const { database, fetch } = services;
  return createJob<GroupConfig, unknown>(
    services,
    createGroupRows(database),
    () => undefined,
    async (config, { isThorough, signal, onProgress }) => {
      const outcome = await runGroup({ database, config, fetch, isThorough, signal });
      onProgress({ sent: outcome.sent, received: outcome.received });
      return outcome;
    },
  );
}
