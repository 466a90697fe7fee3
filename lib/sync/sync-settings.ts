import type { Database } from '../storage/database.ts';
import type { ValueArea } from '../storage/snapshot-shelf.ts';
import { watchQuery } from '../storage/watch.ts';
import {
  type ConnectionTest,
  type ConnectOptions,
  type Credentials,
  openConfig,
  testConnection,
} from './connect.ts';
import { deleteReplica } from './delete-replica.ts';
import { toSyncError } from './failure.ts';
import { findGroupConfig } from './group-config.ts';
import { keepAll } from './keep-all.ts';
import { isUsedBy, parseSyncConfig, SYNC_CONFIG, type SyncConfig } from './sync-config.ts';
import { createSyncRows, type SyncLogLine, type SyncStatus } from './sync-state.ts';
import { turnOff, turnOn } from './turn-on.ts';

/** What a page of settings shows of sync. */
export interface SyncView {
  status: SyncStatus;
  /** How many annotations are to be sent, as far as is known. */
  waiting: number;
  /** Oldest first. */
  log: readonly SyncLogLine[];
}

/**
 * What the reader can do about sync, in a page of the extension. Leave to reach the server's host
 * (`parseServerAddress(…).origin`) is the page's to ask for, in the click that calls these.
 */
export interface SyncSettings {
  /** What is set; undefined while sync is off. */
  find(): Promise<SyncConfig | undefined>;
  /** Try a connection, and say what is wrong with it. Nothing is kept. */
  test(credentials: Credentials): Promise<ConnectionTest>;
  /** Turn sync on, or on with another database, and have it run. Answers like `test`. */
  connect(credentials: Credentials): Promise<ConnectionTest>;
  /** Turn sync off. What is here stays here, and what is on the server there. */
  disconnect(): Promise<void>;
  /** Sync now; `mayRemove` when the reader was asked, after a stop because of `removes`. */
  sync(mayRemove: boolean): Promise<void>;
  /** End the sync that is under way; the next one goes on where it was. */
  stop(): Promise<void>;
  /**
   * Sync so that nothing is removed, here or there, after a stop because of `removes`: as if this
   * library and the database met for the first time.
   */
  keepAll(): Promise<void>;
  /** Follow what sync does, until the signal aborts; undefined while it is off. */
  watch(
    onView: (view: SyncView | undefined) => void,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): void;
}

export interface SyncSettingsServices extends ConnectOptions {
  database: Database;
  /** Where the password is; see `SyncConfig`. */
  kept: ValueArea;
  /** Ask the background; see `BackgroundProtocol.syncNow`. */
  askToSync: (options: { mayRemove: boolean }) => Promise<void>;
  /** The same; see `BackgroundProtocol.stopSync`. */
  askToStop: () => Promise<void>;
}

export function createSyncSettings(services: SyncSettingsServices): SyncSettings {
  const { database, kept, askToSync, askToStop } = services;
  const rows = createSyncRows(database);
  const find = () => findSyncConfig(kept);

  const disconnect = async () => {
    const config = await find();
    const replica = config && (await rows.findReplica(config.address));
    // In this order: a run that begins from now on finds nothing to go by.
    await kept.remove([SYNC_CONFIG]);
    await askToStop();
    await turnOff(database);
    if (replica !== undefined) await deleteReplica(replica);
  };

  return {
    find,
    test: (credentials) => testConnection(credentials, services),
    async connect(credentials) {
      // Everyone in the group would read everything.
      const group = await findGroupConfig(kept);
      if (isUsedBy(group, credentials.address)) return { is: 'one-for-both' };
      const test = await testConnection(credentials, services);
      if (test.is !== 'good') return test;
      try {
        const config = await openConfig(credentials, services);
        await disconnect();
        await turnOn(database, config.address);
        await kept.set({ [SYNC_CONFIG]: config });
      } catch (error) {
        return { is: toSyncError(error).fault };
      }
      await askToSync({ mayRemove: false });
      return test;
    },
    disconnect,
    sync: (mayRemove) => askToSync({ mayRemove }),
    stop: askToStop,
    async keepAll() {
      const config = await find();
      if (!config) return;
      await askToStop();
      const replica = await rows.findReplica(config.address);
      await keepAll(database, config.address, new Date());
      if (replica !== undefined) await deleteReplica(replica);
      await askToSync({ mayRemove: false });
    },
    watch(onView, onError, signal) {
      const read = async (): Promise<SyncView | undefined> => {
        // A library that was erased is not on any more, and says so until sync is turned off.
        const told = await database.syncState.bulkGet(['on', 'status']);
        if (told.every((row) => row === undefined)) return undefined;
        const status = await rows.readStatus();
        // Those written since, and those that a run has begun to send.
        const waiting = (await database.outbox.count()) + (status.toSend ?? 0);
        return { status, waiting, log: await rows.listLog() };
      };
      watchQuery(read, onView, onError, signal);
    },
  };
}

/** What is set; undefined while sync is off, or what is kept is not sound. */
export async function findSyncConfig(
  kept: Pick<ValueArea, 'get'>,
): Promise<SyncConfig | undefined> {
  return parseSyncConfig((await kept.get([SYNC_CONFIG]))[SYNC_CONFIG]);
}
