import { Dexie, type ObservabilitySet } from 'dexie';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import { toShown } from '../annotation/mend.ts';
import type { Database } from './database.ts';

/** Every annotation by its id, tombstones too. */
export type AnnotationMap = ReadonlyMap<AnnotationId, Annotation>;

/** Follows all annotations, however many: after a change only what was changed is read again. */
export interface Follower {
  /**
   * Call `onValue` with the newest annotations, as soon as there is anything to show; then with all
   * of them (`isWhole`); and again, with another map, after every write anywhere in the extension,
   * until the signal aborts. Rows that cannot be shown are counted: see `toShown`.
   */
  follow(
    onValue: (annotations: AnnotationMap, isWhole: boolean, damaged: number) => void,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): void;
}

/** As many as fill the largest screen. */
const FIRST = 40;
/** Read in one go: short enough that the page answers in between. */
const CHUNK = 1000;

export function createFollower(database: Database): Follower {
  const { annotations } = database;
  return {
    follow(onValue, onError, signal) {
      let known = new Map<AnnotationId, Annotation>();
      let changes: Changes = { ids: new Set(), isAll: true };
      let isReading = false;
      const damaged = new Set<AnnotationId>();
      const keep = (all: Map<AnnotationId, Annotation>, row: Annotation) => {
        const shown = toShown(row);
        if (shown) all.set(row.id, shown);
        else damaged.add(row.id);
      };

      const readAll = async () => {
        const all = new Map<AnnotationId, Annotation>();
        damaged.clear();
        let last = '';
        for (;;) {
          const chunk = await annotations.where('id').above(last).limit(CHUNK).toArray();
          for (const row of chunk) keep(all, row);
          if (chunk.length < CHUNK || signal.aborted) return all;
          last = chunk.at(-1)?.id ?? '';
        }
      };
      const readSome = async (ids: AnnotationId[]) => {
        const rows = await annotations.bulkGet(ids);
        const some = new Map(known);
        ids.forEach((id, index) => {
          const row = rows[index];
          some.delete(id);
          damaged.delete(id);
          if (row) keep(some, row);
        });
        return some;
      };
      const read = async () => {
        while ((changes.isAll || changes.ids.size > 0) && !signal.aborted) {
          const { ids, isAll } = changes;
          changes = { ids: new Set(), isAll: false };
          known = isAll ? await readAll() : await readSome(Array.from(ids));
          if (!signal.aborted) onValue(known, true, damaged.size);
        }
      };
      /** One reading at a time: what changes meanwhile is read after it. */
      const start = async (first: () => Promise<void>) => {
        if (isReading) return;
        isReading = true;
        try {
          await first();
          await read();
        } catch (error) {
          onError(error);
        } finally {
          isReading = false;
        }
      };

      const onMutated = (parts: ObservabilitySet) => {
        const tree = parts[`idb://${database.name}/annotations/`];
        if (!tree) return;
        addChanges(changes, tree as Tree);
        start(async () => {});
      };
      // Listening comes first, so that nothing is written unseen between reading and listening.
      Dexie.on.storagemutated.subscribe(onMutated);
      signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(onMutated), {
        once: true,
      });
      start(async () => {
        const newest = await annotations.orderBy('created').reverse().limit(FIRST).toArray();
        const first = new Map<AnnotationId, Annotation>();
        for (const row of newest) keep(first, row);
        if (!signal.aborted) onValue(first, false, damaged.size);
      });
    },
  };
}

/** What is to be read again. */
interface Changes {
  ids: Set<AnnotationId>;
  isAll: boolean;
}

/** Keys that were written, as Dexie tells of them: a tree of ranges, most of a single key. */
interface Tree {
  from?: unknown;
  to?: unknown;
  l?: Tree | null;
  r?: Tree | null;
}

function addChanges(changes: Changes, { from, to, l, r }: Tree): void {
  if (typeof from === 'string' && from === to) changes.ids.add(from);
  else if (from !== undefined) changes.isAll = true;
  if (l) addChanges(changes, l);
  if (r) addChanges(changes, r);
}
