import * as v from 'valibot';
import type { Database } from '../storage/database.ts';
import type { SyncState } from '../storage/outbox.ts';
import type { SyncFault } from './failure.ts';

/** How far a run has come, in documents. */
export interface SyncProgress {
  sent: number;
  received: number;
  /** Those that are in the replica, and not on the server yet. */
  toSend?: number;
  /** Those that are still to come, where the server says how many they are. */
  toReceive?: number;
}

/** What sync is doing, or did last, for the reader to see: the run under way, or the last. */
export interface SyncStatus extends SyncProgress {
  is: 'idle' | 'syncing' | 'stopped' | 'offline' | 'attention';
  /** Why it is offline, or needs attention. */
  why?: SyncFault;
  /** How many that is said of. */
  count?: number;
  /** When everything was last the same here and there: ISO 8601 in UTC. */
  lastSuccess?: string;
}

/** A line of the log. */
export interface SyncLogLine {
  /** ISO 8601 in UTC. */
  at: string;
  what: 'done' | 'fault' | 'merged' | 'skipped';
  why?: SyncFault;
  sent?: number;
  received?: number;
  count?: number;
}

/** Lines that are kept: a week of one who writes every day. */
const LONGEST_LOG = 100;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const on = v.strictObject({ address: v.string(), replica: v.string() });
const held = v.array(v.string());
const sequence = v.union([v.number(), v.string()]);

/** The rows of sync's own. What cannot be read is as if it were not there. */
export interface SyncRows {
  /**
   * The name of the replica that goes with what is noted here; undefined while sync is off, or is
   * with another database.
   */
  findReplica(address: string): Promise<string | undefined>;
  /** How far into the replica's changes the library is. */
  findCheckpoint(): Promise<number | string | undefined>;
  /** How far into the server's changes the last run came that was done; 0 before there was one. */
  findSince(): Promise<number | string>;
  saveSince(sequence: number | string): Promise<void>;
  /** Annotations of which the replica has something that is not yet in the library. */
  listHeld(): Promise<string[]>;
  /** When all was last compared with the server, in milliseconds since the epoch. */
  findChecked(): Promise<number>;
  saveChecked(at: number): Promise<void>;
  readStatus(): Promise<SyncStatus>;
  saveStatus(status: SyncStatus): Promise<void>;
  listLog(): Promise<SyncLogLine[]>;
  addToLog(line: SyncLogLine): Promise<void>;
}

export function createSyncRows({ syncState }: Database): SyncRows {
  const find = async <T>(key: SyncState['key'], schema: v.GenericSchema<unknown, T>) => {
    const read = v.safeParse(schema, (await syncState.get(key))?.value);
    return read.success ? read.output : undefined;
  };
  const listLog = async () => {
    const lines = (await syncState.get('log'))?.value;
    return (Array.isArray(lines) ? lines : []) as SyncLogLine[];
  };
  return {
    async findReplica(address) {
      const found = await find('on', on);
      return found?.address === address ? found.replica : undefined;
    },
    findCheckpoint: () => find('checkpoint', sequence),
    findSince: async () => (await find('since', sequence)) ?? 0,
    saveSince: async (value) => void (await syncState.put({ key: 'since', value })),
    listHeld: async () => (await find('held', held)) ?? [],
    findChecked: async () => (await find('checked', count)) ?? 0,
    saveChecked: async (value) => void (await syncState.put({ key: 'checked', value })),
    async readStatus() {
      const status = (await syncState.get('status'))?.value as SyncStatus | undefined;
      return status ?? { is: 'idle', sent: 0, received: 0 };
    },
    saveStatus: async (value) => void (await syncState.put({ key: 'status', value })),
    listLog,
    async addToLog(line) {
      const value = [...(await listLog()), line].slice(-LONGEST_LOG);
      await syncState.put({ key: 'log', value });
    },
  };
}
