import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { toShown } from '../annotation/mend.ts';
import type { Database } from './database.ts';

/** Changes one annotation, and answers with what became of it; undefined when nothing did. */
export type Change = (
  id: AnnotationId,
  to: (annotation: Annotation) => Annotation | undefined,
) => Promise<Annotation | undefined>;

/** Changing an annotation, deleted or not, or only where it is present. */
export function createChange(database: Database): { change: Change; changePresent: Change } {
  const { annotations, drafts } = database;
  /** Read, change and write one row in one transaction, so that no other write is lost between. */
  const change: Change = (id, to) =>
    database.transaction('rw', annotations, drafts, async () => {
      const annotation = toShown(await annotations.get(id));
      const changed = annotation && to(annotation);
      if (changed) await annotations.put(changed);
      return changed;
    });

  const changePresent: Change = (id, to) =>
    change(id, (annotation) => (isPresent(annotation) ? to(annotation) : undefined));
  return { change, changePresent };
}
