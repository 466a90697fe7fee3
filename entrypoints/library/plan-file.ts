import type { Annotation } from '../../lib/annotation/annotation.ts';
import { type ImportPlan, planImport } from '../../lib/exchange/plan-import.ts';
import { countOf, planLibrary, type Surroundings } from '../../lib/exchange/plan-library.ts';
import type { LibraryRepository, StoredLibrary } from '../../lib/storage/library-repository.ts';
import type { FileHead } from './read-messages.ts';

/** What an import would do: nothing has been written. */
export interface FilePlan extends ImportPlan {
  head: FileHead;
  /** What is new beside annotations. */
  others: Surroundings;
  /** Whether there is nothing to be done. */
  isEmpty: boolean;
}

const NOTHING: Surroundings = { drafts: [], posts: [], readings: [], colourNames: {} };

/** Compare what a file holds with what is there. */
export async function planFile(
  { annotations, ...head }: FileHead & { annotations: readonly Annotation[] },
  library: LibraryRepository,
): Promise<FilePlan> {
  const existing = await library.find(annotations.map(({ id }) => id));
  const plan = planImport(existing, annotations);
  const ids = new Set([...existing.keys(), ...plan.added.map(({ id }) => id)]);
  const others = head.surroundings
    ? planLibrary(await library.readSurroundings(), head.surroundings, (id) => ids.has(id))
    : NOTHING;
  const isEmpty = plan.added.length + plan.changed.length + countOf(others) === 0;
  return { ...plan, head, others, isEmpty };
}

/** What is to be written, as a library. */
export function toBeWritten({ added, changed, others }: FilePlan): StoredLibrary {
  return { ...others, annotations: [...added, ...changed] };
}
