import type { Database } from '../storage/database.ts';
import type { GroupNote } from '../storage/group.ts';
import { SyncError } from './failure.ts';
import { parseGroupId, toGroupId } from './group-documents.ts';
import { memberOf } from './group-rows.ts';

/** A document of the group's database, as it is now. */
export interface Arrival {
  id: string;
  revision: string;
  isGone: boolean;
  /** Absent for one's own, for what is gone, and for what cannot be read. */
  note: GroupNote | undefined;
}

/** What came of asking. */
export interface GroupTally {
  received: number;
  /** Documents that are not Waymark's, or too long, or one too many. */
  foreign: number;
  newer: number;
}

/** Others' notes that are kept. Whoever fills the database does not fill the reader's disk. */
export const MOST_NOTES = 10_000;

/**
 * Store what has arrived, and how far that is, in one transaction.
 *
 * @throws SyncError `erased`, when the group was left meanwhile.
 */
export async function takeIn(
  database: Database,
  member: string,
  arrivals: readonly Arrival[],
  since: number | string,
  tally: GroupTally,
): Promise<void> {
  const { shared, groupNotes, groupState } = database;
  await database.transaction('rw', shared, groupNotes, groupState, async () => {
    if (memberOf(await groupState.get('on')) !== member) throw new SyncError('erased');
    for (const { id, revision, isGone, note } of arrivals) {
      const named = parseGroupId(id);
      if (named?.member === member) {
        const mine = (await shared.get(named.annotation)) ?? {
          id: named.annotation,
          isShared: false,
        };
        if (mine.seen === revision) continue;
        const parent = mine.seen === undefined ? {} : { parent: mine.seen };
        await shared.put({
          id: mine.id,
          isShared: mine.isShared,
          seen: revision,
          isGone,
          ...parent,
        });
      } else if (!note) await groupNotes.delete(id);
      else if ((await groupNotes.get(id)) || (await groupNotes.count()) < MOST_NOTES) {
        await groupNotes.put(note);
        tally.received += 1;
      } else tally.foreign += 1;
    }
    await groupState.put({ key: 'since', value: since });
  });
}

/** What was there and was not met when everything was looked at is there no more. */
export async function dropUnmet(database: Database, met: ReadonlySet<string>): Promise<void> {
  const { shared, groupNotes, groupState } = database;
  await database.transaction('rw', shared, groupNotes, groupState, async () => {
    const member = memberOf(await groupState.get('on'));
    if (member === undefined) return;
    await groupNotes.filter(({ id }) => !met.has(id)).delete();
    await shared
      .filter(({ id }) => !met.has(toGroupId(id, member)))
      .modify((mine) => {
        delete mine.seen;
        delete mine.parent;
        delete mine.isGone;
      });
  });
}
