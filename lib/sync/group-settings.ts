import type { Database } from '../storage/database.ts';
import type { ValueArea } from '../storage/snapshot-shelf.ts';
import { watchQuery } from '../storage/watch.ts';
import { toHex } from './bytes.ts';
import {
  type ConnectionTest,
  type ConnectOptions,
  type Credentials,
  openConfig,
  testConnection,
} from './connect.ts';
import { type SyncFault, toSyncError } from './failure.ts';
import { findGroupConfig, GROUP_CONFIG, type GroupConfig } from './group-config.ts';
import { toAuthorName } from './group-documents.ts';
import { createGroupRows, enterGroup, forgetGroup } from './group-rows.ts';
import { withdrawAll } from './group-withdraw.ts';
import { SYNC_LOCK } from './locked-runs.ts';
import { isUsedBy } from './sync-config.ts';
import { findSyncConfig } from './sync-settings.ts';
import type { SyncStatus } from './sync-state.ts';

/** What the reader says about a group: where it is, and what they are called there. */
export interface Joining extends Credentials {
  /** Absent where nothing was typed. */
  name?: string;
}

/** What a page of settings shows of a group. */
export interface GroupStatus {
  status: SyncStatus;
  /** How many notes the reader shares, and others do. */
  shared: number;
  others: number;
}

/** What joining came to; `one-for-both`: the reader's own sync is with that very database. */
export type JoinTest = ConnectionTest | { is: 'no-name' };

/** What the reader can do about their group, in a page of the extension. There is one at a time. */
export interface GroupSettings {
  find(): Promise<GroupConfig | undefined>;
  /** Try a connection, and say what is wrong with it. Nothing is kept. */
  test(joining: Joining): Promise<JoinTest>;
  /** Join a group in place of any other, and have it run. Answers like `test`. */
  join(joining: Joining): Promise<JoinTest>;
  /**
   * Withdraw what the reader shares, forget what others do, and leave. When it could not be
   * withdrawn the group is left all the same, and the answer says why it could not.
   */
  leave(): Promise<SyncFault | undefined>;
  /** Forget the group, and leave there what is shared. */
  forget(): Promise<void>;
  sync(): Promise<void>;
  /** Follow what is done, until the signal aborts; undefined while no group is joined. */
  watch(
    onView: (view: GroupStatus | undefined) => void,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): void;
}

export interface GroupSettingsServices extends ConnectOptions {
  database: Database;
  /** Where the password is; see `GroupConfig`. */
  kept: ValueArea;
  locks: Pick<LockManager, 'request'>;
  /** Ask the background; see `BackgroundProtocol.syncNow` and `stopSync`. */
  askToSync: (options: { mayRemove: boolean }) => Promise<void>;
  askToStop: () => Promise<void>;
}

export function createGroupSettings(services: GroupSettingsServices): GroupSettings {
  const { database, kept, locks, askToSync, askToStop } = services;
  const rows = createGroupRows(database);
  const find = () => findGroupConfig(kept);

  const test: GroupSettings['test'] = async ({ name = '', ...credentials }) => {
    if (toAuthorName(name) === undefined) return { is: 'no-name' };
    if (isUsedBy(await findSyncConfig(kept), credentials.address)) return { is: 'one-for-both' };
    return testConnection(credentials, services);
  };
  /** From then on no run begins; the one under way has ended. */
  const detach = async () => {
    await kept.remove([GROUP_CONFIG]);
    await askToStop();
  };
  const forget = async () => {
    await detach();
    await forgetGroup(database);
  };

  return {
    find,
    test,
    async join(joining) {
      const tried = await test(joining);
      const { name: typed = '', ...credentials } = joining;
      const name = toAuthorName(typed);
      if (tried.is !== 'good' || name === undefined) return tried;
      try {
        const member = toHex(crypto.getRandomValues(new Uint8Array(16)));
        const config: GroupConfig = { ...(await openConfig(credentials, services)), name, member };
        await forget();
        await enterGroup(database, config.member);
        await kept.set({ [GROUP_CONFIG]: config });
      } catch (error) {
        return { is: toSyncError(error).fault };
      }
      await askToSync({ mayRemove: false });
      return tried;
    },
    async leave() {
      const config = await find();
      await detach();
      const fault = await locks.request(SYNC_LOCK, async () =>
        config ? withdrawAll(database, config, services.fetch) : undefined,
      );
      await forgetGroup(database);
      // What was stopped for this goes on.
      await askToSync({ mayRemove: false });
      return fault;
    },
    forget,
    sync: () => askToSync({ mayRemove: false }),
    watch(onView, onError, signal) {
      const read = async (): Promise<GroupStatus | undefined> => {
        if ((await rows.findMember()) === undefined) return undefined;
        const shared = await database.shared.filter(({ isShared }) => isShared).count();
        const others = await database.groupNotes.count();
        return { status: await rows.readStatus(), shared, others };
      };
      watchQuery(read, onView, onError, signal);
    },
  };
}
