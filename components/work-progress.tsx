import './work-progress.css';
import { say } from '../lib/language/say.ts';
import { DismissButton } from './dismiss-button.tsx';

export interface WorkProgressProps {
  /** How much is done of work that takes long; undefined while there is none. */
  progress?: { done: number; total: number } | undefined;
  /** Without it the work cannot be stopped. */
  onCancel?: (() => void) | undefined;
  /** What came of it, when there is more to say than that it is done. */
  outcome?: string | undefined;
  hasFailed?: boolean | undefined;
  onDismiss?: (() => void) | undefined;
}

/** How far a long work is, with a way to stop it, and what came of it. */
export function WorkProgress(props: WorkProgressProps) {
  const { progress, onCancel, outcome, hasFailed, onDismiss } = props;
  const isEmpty = !progress && !outcome;
  return (
    <div class={isEmpty ? undefined : 'work-progress'}>
      <p role={hasFailed ? 'alert' : 'status'}>
        {outcome ?? (progress && say('workProgress', progress.done, progress.total))}
      </p>
      {progress && (
        <progress aria-label={say('workBar')} value={progress.done} max={progress.total} />
      )}
      {progress && onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      )}
      {outcome && onDismiss && <DismissButton onDismiss={onDismiss} />}
    </div>
  );
}
