import type { FileSummary } from '../../components/export-plan.tsx';
import type { PlannedFile } from '../../lib/markdown/files.ts';
import { isToBeWritten } from './export-folder.ts';

/** A plan as it is shown: files that will be written, and how many will not. */
export function summaryOf(planned: readonly PlannedFile[]): {
  files: FileSummary[];
  unchanged: number;
} {
  const written = planned.filter(isToBeWritten);
  return {
    files: written.map(({ name, before, changes }) => ({
      name,
      isNew: before === undefined,
      added: changes.added.length,
      changed: changes.changed.length,
      removed: changes.removed.length,
      kept: changes.kept.length,
    })),
    unchanged: planned.length - written.length,
  };
}
