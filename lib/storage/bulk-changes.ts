import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { asBefore, asDeleted, asRestored } from '../annotation/changes.ts';
import { mergeVersions } from '../annotation/merge.ts';
import type { Database, Draft } from './database.ts';
import { asNew, lastExportOf } from './newness.ts';

/** What was changed, as it was before and after: all that is needed to undo it. */
export type Changed = readonly {
  before: Annotation;
  /** Undefined when it was forgotten for good. */
  after: Annotation | undefined;
  /** The draft that was forgotten with it. */
  draft?: Draft | undefined;
}[];

/** Changing many annotations at once: all of them or none. */
export interface BulkChanges {
  /**
   * Change each of these that is not deleted; `to` answers the annotation itself where nothing is
   * to be changed.
   *
   * @returns Those that were changed.
   */
  change(
    ids: readonly AnnotationId[],
    to: (annotation: Annotation) => Annotation,
  ): Promise<Changed>;
  /** Leave tombstones. Answers those that were deleted. */
  delete(ids: readonly AnnotationId[]): Promise<Changed>;
  /** Bring back what was deleted. */
  restore(ids: readonly AnnotationId[]): Promise<Changed>;
  /**
   * Take these changes back, and none that were made since; what has been purged comes back too.
   */
  undo(changed: Changed): Promise<void>;
  /** The tombstones, deleted last first. */
  listDeleted(): Promise<Annotation[]>;
  /** Forget tombstones for good, with whatever else is kept for them. */
  purge(ids: readonly AnnotationId[]): Promise<Changed>;
}

export function createBulkChanges(database: Database): BulkChanges {
  const { annotations, drafts, anchorings, settings } = database;

  const changeWhere = (
    ids: readonly AnnotationId[],
    is: (annotation: Annotation) => boolean,
    to: (annotation: Annotation) => Annotation,
  ) =>
    database.transaction('rw', annotations, settings, async () => {
      const lastExport = await lastExportOf(settings);
      const changed = (await annotations.bulkGet([...ids])).flatMap((before) => {
        const after = before && is(before) ? to(before) : before;
        return before && after && after !== before
          ? [{ before, after: asNew(after, lastExport) }]
          : [];
      });
      await annotations.bulkPut(changed.map(({ after }) => after));
      return changed;
    });
  const isDeleted = (annotation: Annotation) => !isPresent(annotation);

  return {
    change: (ids, to) => changeWhere(ids, isPresent, to),
    delete: (ids) => changeWhere(ids, isPresent, (annotation) => asDeleted(annotation)),
    restore: (ids) => changeWhere(ids, isDeleted, (annotation) => asRestored(annotation)),
    undo: (changed) =>
      database.transaction('rw', annotations, drafts, settings, async () => {
        const lastExport = await lastExportOf(settings);
        const now = await annotations.bulkGet(changed.map(({ before }) => before.id));
        await annotations.bulkPut(
          changed.map(({ before, after }, index) => {
            const stored = now[index];
            if (!stored) return asNew(asBefore(before, before), lastExport);
            // What was purged and is there has come back by other means, as by an import.
            return after ? asNew(mergeVersions(stored, after, before), lastExport) : stored;
          }),
        );
        const typed = changed.flatMap(({ draft }) => draft ?? []);
        const since = await drafts.bulkGet(typed.map(({ id }) => id));
        await drafts.bulkPut(typed.filter((_, index) => !since[index]));
      }),
    listDeleted: () => annotations.where('deleted').above('').reverse().sortBy('deleted'),
    purge: (ids) =>
      database.transaction('rw', annotations, drafts, anchorings, async () => {
        const before = (await annotations.bulkGet([...ids])).filter(
          (annotation) => annotation !== undefined && isDeleted(annotation),
        ) as Annotation[];
        const purged = before.map(({ id }) => id);
        const typed = await drafts.bulkGet(purged);
        await annotations.bulkDelete(purged);
        await drafts.bulkDelete(purged);
        await anchorings.bulkDelete(purged);
        return before.map((one, index) => ({ before: one, after: undefined, draft: typed[index] }));
      }),
  };
}
