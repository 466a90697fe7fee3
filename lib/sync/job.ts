import { isPassing, type SyncError, toSyncError } from './failure.ts';
import type { Place } from './hear.ts';
import { createLockedRuns, type LockedRuns, SYNC_LOCK } from './locked-runs.ts';
import type { SyncConfig } from './sync-config.ts';
import type { SyncProgress, SyncStatus } from './sync-state.ts';

/** What a job needs of the browser. */
export interface JobServices<Config> {
  /** What the reader has set; undefined while it is off. */
  findConfig: () => Promise<Config | undefined>;
  fetch: typeof fetch;
  locks: Pick<LockManager, 'request'>;
  isOnline: () => boolean;
  now?: () => Date;
}

/** What a job notes of itself; see `SyncRows` and `GroupRows`. */
export interface JobRows {
  readStatus(): Promise<SyncStatus>;
  saveStatus(status: SyncStatus): Promise<void>;
  findChecked(): Promise<number>;
  saveChecked(at: number): Promise<void>;
  findSince(): Promise<number | string>;
}

/** One run, as it is told to the one who does it. */
export interface Run<Wish> {
  wish: Wish;
  /** Compare everything with the server, and not only what is new. */
  isThorough: boolean;
  /** Documents that an earlier run has left for the server to get. */
  toSend: number;
  signal: AbortSignal;
  onProgress: (progress: SyncProgress) => void;
}

/** Runs that speak to a server, one at a time in the whole browser, and how they went. */
export interface Job<Wish> extends LockedRuns<Wish> {
  /**
   * Where to listen for what is new, once no run is under way; undefined while the job is off,
   * there is no network, or the reader's attention is needed.
   */
  findPlace(): Promise<Place | undefined>;
}

/** Even a server that says it has everything is asked again. Milliseconds. */
const THOROUGH_AFTER = 7 * 24 * 60 * 60 * 1000;

/** How often the status is written while much is under way. Milliseconds. */
const REPORT_EVERY = 500;

/**
 * @param join what two wishes come to, of which neither has been granted yet.
 * @param act one run; what it throws is in the status.
 * @param onFault called when a run has failed, and was not ended from here.
 */
export function createJob<Config extends SyncConfig, Wish>(
  { findConfig, locks, isOnline, now = () => new Date() }: JobServices<Config>,
  rows: JobRows,
  join: (before: Wish, wish: Wish) => Wish,
  act: (config: Config, run: Run<Wish>) => Promise<{ newer: number }>,
  onFault: (error: SyncError) => Promise<void> = async () => {},
): Job<Wish> {
  const runOnce = async (config: Config, wish: Wish, signal: AbortSignal) => {
    const { lastSuccess, toSend = 0 } = await rows.readStatus();
    const kept = lastSuccess === undefined ? {} : { lastSuccess };
    let progress: SyncProgress = { sent: 0, received: 0, toSend };
    const save = (status: Omit<SyncStatus, keyof SyncProgress>) =>
      rows.saveStatus({ ...kept, ...progress, ...status });
    if (!isOnline()) return save({ is: 'offline', why: 'offline' });
    const started = now().getTime();
    const isThorough = Math.abs(started - (await rows.findChecked())) > THOROUGH_AFTER;
    let reported = started;
    const onProgress = (made: SyncProgress) => {
      progress = made;
      if (now().getTime() - reported < REPORT_EVERY) return;
      reported = now().getTime();
      save({ is: 'syncing' }).catch(() => undefined);
    };
    await save({ is: 'syncing' });
    try {
      const { newer } = await act(config, { wish, isThorough, toSend, signal, onProgress });
      if (isThorough) await rows.saveChecked(started);
      const done = { lastSuccess: now().toISOString() };
      await save(
        newer > 0
          ? { ...done, is: 'attention', why: 'newer', count: newer }
          : { ...done, is: 'idle' },
      );
    } catch (thrown) {
      if (signal.aborted) return save({ is: 'stopped' });
      const error = toSyncError(thrown);
      const { fault: why, count, message } = error;
      if (why === 'failed') console.error('Waymark: sync failed', message, thrown);
      await onFault(error);
      const told = { why, ...(count !== undefined && { count }) };
      await save({ is: isPassing(why) ? 'offline' : 'attention', ...told });
    }
  };

  const runs = createLockedRuns(locks, SYNC_LOCK, join, async (wish: Wish, signal) => {
    const config = await findConfig();
    if (config) await runOnce(config, wish, signal);
  });
  return {
    ...runs,
    findPlace: () =>
      locks.request(SYNC_LOCK, async () => {
        const config = await findConfig();
        if (!config || !isOnline()) return undefined;
        if ((await rows.readStatus()).is === 'attention') return undefined;
        return { ...config, since: await rows.findSince() };
      }),
  };
}
