import type { AnnotationId } from '../annotation/annotation.ts';
import type { Database } from './database.ts';
import type { GroupNote } from './group.ts';

/** What a page of notes shows of the reader's group. */
export interface GroupView {
  /** What the reader shares. */
  shared: ReadonlySet<AnnotationId>;
  /** What others share on the post that was asked for, in the order in which they wrote it. */
  notes: readonly GroupNote[];
}

/** What the reader shares with their group, and what others do. */
export interface GroupRepository {
  /** Undefined while no group is joined. Without a post there are no others' notes. */
  find(source: string | undefined): Promise<GroupView | undefined>;
  /** Share an annotation, or share it no longer; nothing while no group is joined. */
  share(id: AnnotationId, isShared: boolean): Promise<void>;
}

/** Others' notes that are shown on one post. Whoever fills a database does not fill a page, too. */
const MOST_SHOWN = 200;

export function createGroupRepository(database: Database): GroupRepository {
  const { annotations, shared, groupNotes, groupState } = database;
  return {
    find: (source) =>
      database.transaction('r', annotations, shared, groupNotes, groupState, async () => {
        if ((await groupState.get('on')) === undefined) return undefined;
        const ids = await shared.filter(({ isShared }) => isShared).primaryKeys();
        const there =
          source === undefined
            ? []
            : await groupNotes
                .where('annotation.target.source')
                .equals(source)
                .limit(MOST_SHOWN)
                .toArray();
        // The reader's own, shared from another of their browsers, stand among their notes.
        const own = await annotations.bulkGet(there.map(({ annotation }) => annotation.id));
        const notes = there
          .filter((_, at) => own[at] === undefined)
          .sort((a, b) => (a.annotation.created < b.annotation.created ? -1 : 1));
        return { shared: new Set(ids), notes };
      }),
    share: (id, isShared) =>
      database.transaction('rw', shared, groupState, async () => {
        if ((await groupState.get('on')) === undefined) return;
        const before = await shared.get(id);
        await shared.put({ ...before, id, isShared });
      }),
  };
}

/** A text that is another one whenever something that is shared, or was, has changed. */
export async function readShared({ shared, annotations }: Database): Promise<string> {
  const rows = await shared.toArray();
  const found = await annotations.bulkGet(rows.map(({ id }) => id));
  return rows
    .map(({ id, isShared }, at) => [id, isShared, found[at]?.modified, found[at]?.deleted].join())
    .join(' ');
}
