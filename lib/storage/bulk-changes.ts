import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { asBefore, asDeleted, asRestored } from '../annotation/changes.ts';
import type { Database } from './database.ts';

/** What was changed, as it was before: all that is needed to undo it. */
export type Before = readonly Annotation[];

/** Changing many annotations at once: all of them or none. */
export interface BulkChanges {
  /**
   * Change each of these that is not deleted; `to` answers the annotation itself where nothing is
   * to be changed.
   *
   * @returns Those that were changed, as they were before.
   */
  change(ids: readonly AnnotationId[], to: (annotation: Annotation) => Annotation): Promise<Before>;
  /** Leave tombstones. Answers those that were deleted, as they were before. */
  delete(ids: readonly AnnotationId[]): Promise<Before>;
  /** Bring back what was deleted. */
  restore(ids: readonly AnnotationId[]): Promise<Before>;
  /** Make each what it was before; what has been purged since comes back too. */
  undo(before: Before): Promise<void>;
  /** The tombstones, deleted last first. */
  listDeleted(): Promise<Annotation[]>;
  /** Forget tombstones for good, with whatever else is kept for them. */
  purge(ids: readonly AnnotationId[]): Promise<Before>;
}

export function createBulkChanges(database: Database): BulkChanges {
  const { annotations, drafts, anchorings } = database;

  const changeWhere = (
    ids: readonly AnnotationId[],
    is: (annotation: Annotation) => boolean,
    to: (annotation: Annotation) => Annotation,
  ) =>
    database.transaction('rw', annotations, async () => {
      const before = (await annotations.bulkGet([...ids])).filter(
        (annotation) => annotation !== undefined && is(annotation) && to(annotation) !== annotation,
      ) as Annotation[];
      await annotations.bulkPut(before.map(to));
      return before;
    });
  const isDeleted = (annotation: Annotation) => !isPresent(annotation);

  return {
    change: (ids, to) => changeWhere(ids, isPresent, to),
    delete: (ids) => changeWhere(ids, isPresent, (annotation) => asDeleted(annotation)),
    restore: (ids) => changeWhere(ids, isDeleted, (annotation) => asRestored(annotation)),
    undo: (before) =>
      database.transaction('rw', annotations, async () => {
        const now = await annotations.bulkGet(before.map(({ id }) => id));
        await annotations.bulkPut(before.map((was, index) => asBefore(now[index] ?? was, was)));
      }),
    listDeleted: () => annotations.where('deleted').above('').reverse().sortBy('deleted'),
    purge: (ids) =>
      database.transaction('rw', annotations, drafts, anchorings, async () => {
        const before = (await annotations.bulkGet([...ids])).filter(
          (annotation) => annotation !== undefined && isDeleted(annotation),
        ) as Annotation[];
        const purged = before.map(({ id }) => id);
        await annotations.bulkDelete(purged);
        await drafts.bulkDelete(purged);
        await anchorings.bulkDelete(purged);
        return before;
      }),
  };
}
