import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { asBefore } from '../annotation/changes.ts';
import type { Library } from './library.ts';
import { planLibrary, type Surroundings } from './plan-library.ts';

/** What bringing back a library of an earlier day would do; nothing of what is here is taken away. */
export interface RestorePlan {
  /** Not here any more, and to come back. */
  missing: Annotation[];
  /** Here in another form, and to be as they were: as new versions, so that no other takes their place. */
  changed: Annotation[];
  /** As many, the bin left out, are here as they were then. */
  same: number;
  /** As many, the bin left out, have been made since, and stay. */
  newer: number;
  others: Surroundings;
}

/** What is here: all annotations, tombstones too, and the rest. */
export interface Here {
  annotations: ReadonlyMap<AnnotationId, Annotation>;
  surroundings: Surroundings;
}

/**
 * Compare a library of an earlier day with what is here. What was in the bin then and is not now
 * stays out of it; of posts, readings, drafts and names only what is missing comes back.
 */
export function planRestore(here: Here, then: Library, now = new Date()): RestorePlan {
  const missing: Annotation[] = [];
  const changed: Annotation[] = [];
  let same = 0;
  const known = new Set<AnnotationId>();
  for (const was of then.annotations) {
    if (known.has(was.id)) continue;
    known.add(was.id);
    const is = here.annotations.get(was.id);
    if (!is) missing.push(was);
    else if (isToBeLeft(is, was)) same += isPresent(is) ? 1 : 0;
    else changed.push(asBefore(is, was, now));
  }
  const since = Array.from(here.annotations.values()).filter(({ id }) => !known.has(id));
  const newer = since.filter(isPresent).length;
  const others = planLibrary(
    here.surroundings,
    then,
    (id) => known.has(id) || here.annotations.has(id),
  );
  return { missing, changed, same, newer, others };
}

/** Whether an annotation says what it said then, or was taken out of the bin since. */
function isToBeLeft(is: Annotation, was: Annotation): boolean {
  if (was.deleted !== undefined) return true;
  return is.modified === was.modified || contentOf(is) === contentOf(was);
}

/** All that a reader has made of it, in one order whatever changed last. */
function contentOf(annotation: Annotation): string {
  const { modified: _, ...content } = annotation;
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
