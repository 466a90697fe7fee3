import './import-dialog.css';
import { say, sayCount } from '../lib/language/say.ts';
import { ActFoot } from './act-foot.tsx';
import { Dialog } from './dialog.tsx';
import { WorkProgress } from './work-progress.tsx';

/** What restoring a backup would do; nothing has been written. */
export interface RestoreReport {
  /** Notes that are not here any more. */
  missing: number;
  /** Notes that were rewritten or deleted since. */
  changed: number;
  same: number;
  /** Notes made since. */
  newer: number;
  /** What comes beside notes, a sentence each. */
  others: readonly string[];
  isNothing: boolean;
  /** Whether the library cannot be opened, and another takes its place. */
  isAnew: boolean;
}

export interface RestoreDialogProps {
  /** When the backup was made, in words. */
  taken: string;
  /** Undefined until it has been compared. */
  report: RestoreReport | undefined;
  progress: { done: number; total: number } | undefined;
  outcome: string | undefined;
  hasFailed: boolean;
  onCancel: () => void;
  onRestore: () => void;
  onClose: () => void;
}

/** Says first what bringing a backup back would do; then it is done. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { taken, report, progress, outcome, hasFailed, onCancel, onRestore, onClose } = props;
  const canRestore = report !== undefined && !report.isNothing;
  return (
    <Dialog heading={say('restoreHeading', taken)} onClose={onClose}>
      {report ? <Report {...report} /> : !hasFailed && <p>{say('restoreReading')}</p>}
      <WorkProgress
        progress={progress?.total ? progress : undefined}
        onCancel={onCancel}
        outcome={outcome}
        hasFailed={hasFailed}
      />
      <ActFoot
        action={say('restoreDo')}
        canAct={canRestore}
        isDangerous={report?.isAnew ?? false}
        isBusy={progress !== undefined}
        onAct={onRestore}
        onClose={onClose}
      />
    </Dialog>
  );
}

function Report({ missing, changed, same, newer, others, isNothing, isAnew }: RestoreReport) {
  const sentences = [
    missing > 0 && sayCount('restoreMissing', missing),
    changed > 0 && sayCount('restoreChanged', changed),
    ...others,
    same > 0 && sayCount('restoreSame', same),
    newer > 0 && sayCount('restoreNewer', newer),
  ].filter((sentence) => sentence !== false);
  return (
    <section class="import-report" role="status">
      {isAnew && <p class="failure">{say('restoreAnew')}</p>}
      {isNothing && <p>{say('restoreNothing')}</p>}
      <ul class="plain-list import-counts" aria-label={say('restoreCounts')}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
