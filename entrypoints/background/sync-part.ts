import type { Job } from '../../lib/sync/job.ts';
import { createListener, type Listener, type ListenerServices } from '../../lib/sync/listener.ts';
import type { SyncWish } from '../../lib/sync/sync-job.ts';
import type { SyncStatus } from '../../lib/sync/sync-state.ts';

/** One of the databases that the reader may have set up: their own, or their group's. */
export interface SyncPart {
  isOn(): Promise<boolean>;
  /** Whether a run was under way when the background was last ended. To be asked before any run. */
  wasCutOff(): Promise<boolean>;
  run(wish: SyncWish): Promise<void>;
  /** End the run that is under way, and listen no more. */
  stop(): Promise<void>;
  /** Listen for what is new there, or listen no more. */
  listen(isWanted: boolean): Promise<void>;
}

export interface SyncPartServices {
  /** It tells the lock of this part's listening from that of others. */
  name: string;
  findConfig: () => Promise<object | undefined>;
  rows: { readStatus(): Promise<SyncStatus> };
  /** Load what is not run before it is on. */
  loadJob: () => Promise<Job<SyncWish>>;
  listening: ListenerServices;
}

export function createSyncPart(services: SyncPartServices): SyncPart {
  const { name, findConfig, rows, loadJob, listening } = services;
  let opened: Promise<{ job: Job<SyncWish>; listener: Listener }> | undefined;
  const open = () => {
    opened ??= loadJob().then((job) => {
      const run = () => job.run({ mayRemove: false });
      return { job, listener: createListener(`waymark-listen-${name}`, job, run, listening) };
    });
    return opened;
  };
  return {
    isOn: async () => (await findConfig()) !== undefined,
    wasCutOff: async () => (await rows.readStatus()).is === 'syncing',
    run: async (wish) => (await open()).job.run(wish),
    async stop() {
      const parts = await opened;
      await Promise.all([parts?.listener.end(), parts?.job.stop()]);
    },
    async listen(isWanted) {
      if (isWanted) (await open()).listener.begin();
      else await (await opened)?.listener.end();
    },
  };
}
