import * as v from 'valibot';
import type { Database } from '../storage/database.ts';
import type { GroupState } from '../storage/group.ts';
import type { SyncStatus } from './sync-state.ts';

const on = v.object({ member: v.string() });
const since = v.union([v.number(), v.string()]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** As whom a group was joined, by the row that says so; undefined while none is. */
export function memberOf(row: GroupState | undefined): string | undefined {
  const read = v.safeParse(on, row?.value);
  return read.success ? read.output.member : undefined;
}

/** What is noted of the reader's group. What cannot be read is as if it were not there. */
export interface GroupRows {
  /** As whom it was joined; undefined while it is not, or the library was erased since. */
  findMember(): Promise<string | undefined>;
  /** How far into the group's changes this library is. */
  findSince(): Promise<number | string>;
  /** When all was last compared with the server, in milliseconds since the epoch. */
  findChecked(): Promise<number>;
  saveChecked(at: number): Promise<void>;
  readStatus(): Promise<SyncStatus>;
  /** A library that was erased, or has left the group, does not learn of one again by a status. */
  saveStatus(status: SyncStatus): Promise<void>;
}

export function createGroupRows({ groupState }: Database): GroupRows {
  const find = async <T>(key: GroupState['key'], schema: v.GenericSchema<unknown, T>) => {
    const read = v.safeParse(schema, (await groupState.get(key))?.value);
    return read.success ? read.output : undefined;
  };
  return {
    findMember: async () => memberOf(await groupState.get('on')),
    findSince: async () => (await find('since', since)) ?? 0,
    findChecked: async () => (await find('checked', count)) ?? 0,
    saveChecked: async (value) => void (await groupState.put({ key: 'checked', value })),
    async readStatus() {
      const status = (await groupState.get('status'))?.value as SyncStatus | undefined;
      return status ?? { is: 'idle', sent: 0, received: 0 };
    },
    saveStatus: (value) =>
      groupState.db.transaction('rw', groupState, async () => {
        if (await groupState.get('on')) await groupState.put({ key: 'status', value });
      }),
  };
}

/** Begin with a group: nothing is shared in it yet, and nothing known of others. */
export async function enterGroup(database: Database, member: string): Promise<void> {
  await forgetGroup(database);
  await database.groupState.put({ key: 'on', value: { member } });
}

/** Forget the group: what others share, and what the reader does. */
export async function forgetGroup(database: Database): Promise<void> {
  const { shared, groupNotes, groupState } = database;
  await database.transaction('rw', shared, groupNotes, groupState, async () => {
    await shared.clear();
    await groupNotes.clear();
    await groupState.clear();
  });
}
