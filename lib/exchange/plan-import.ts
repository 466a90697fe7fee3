import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import { isNamedUuid } from './named-uuid.ts';

/** What an import would do to the annotations of a library. */
export interface ImportPlan {
  added: Annotation[];
  /** Newer than what is there, and to take its place. */
  changed: Annotation[];
  /** As many are there already, as they are or newer. */
  same: number;
}

/**
 * Compare what comes in with what is there. The same id is the same annotation, and the one
 * modified last is what it is now, tombstones included: what was deleted here after it was
 * exported stays deleted. Of two with one id in one file the newer counts. What came from another
 * program has its id from what it said: it is there, and what the reader made of it since stays.
 */
export function planImport(
  existing: ReadonlyMap<AnnotationId, Annotation>,
  incoming: readonly Annotation[],
): ImportPlan {
  const newest = new Map<AnnotationId, Annotation>();
  for (const annotation of incoming) {
    const known = newest.get(annotation.id);
    if (!known || known.modified < annotation.modified) newest.set(annotation.id, annotation);
  }
  const plan: ImportPlan = { added: [], changed: [], same: 0 };
  for (const annotation of newest.values()) {
    const known = existing.get(annotation.id);
    if (!known) plan.added.push(annotation);
    else if (known.modified < annotation.modified && !isNamedUuid(annotation.id))
      plan.changed.push(annotation);
    else plan.same += 1;
  }
  return plan;
}
