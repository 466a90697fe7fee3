import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { toShown } from '../annotation/mend.ts';
import type { Database } from './database.ts';
import { lastExportOf, nowAfter } from './newness.ts';

/** Changes one annotation, and answers with what became of it; undefined when nothing did. */
export type Change = (
  id: AnnotationId,
  /** `now` is later than the last export, whatever the clock says. */
  to: (annotation: Annotation, now: Date) => Annotation | undefined,
) => Promise<Annotation | undefined>;

/** Changing an annotation, deleted or not, or only where it is present. */
export function createChange(database: Database): { change: Change; changePresent: Change } {
  const { annotations, drafts, settings } = database;
  /** Read, change and write one row in one transaction, so that no other write is lost between. */
  const change: Change = (id, to) =>
    database.transaction('rw', annotations, drafts, settings, async () => {
      const annotation = toShown(await annotations.get(id));
      const changed = annotation && to(annotation, nowAfter(await lastExportOf(settings)));
      if (changed) await annotations.put(changed);
      return changed;
    });

  const changePresent: Change = (id, to) =>
    change(id, (annotation, now) => (isPresent(annotation) ? to(annotation, now) : undefined));
  return { change, changePresent };
}
