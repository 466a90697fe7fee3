import './fetch-progress.css';
import { useId } from 'preact/hooks';

/** Why the blog could not be read: no network, or an answer that was no feed. */
export type FetchFailure = 'offline' | 'failed';

export interface FetchProgressProps {
  /** Posts received so far, of how many; `total` is absent until the blog has said it. */
  progress?: { received: number; total?: number | undefined } | undefined;
  error?: FetchFailure | undefined;
  onRetry?: (() => void) | undefined;
}

const FAILURES: Record<FetchFailure, string> = {
  offline: 'You are offline. The blog will be read when you are back.',
  failed: 'The blog could not be read just now.',
};

/** How far the reading of the blog's feed has come, or why it stopped; nothing when idle. */
export function FetchProgress({ progress, error, onRetry }: FetchProgressProps) {
  const id = useId();
  if (error) {
    return (
      <div class="fetch-progress">
        <p role="status">{FAILURES[error]}</p>
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    );
  }
  if (!progress) return null;
  const { received, total } = progress;
  return (
    <div class="fetch-progress">
      <p role="status" id={id}>
        {total ? `Reading the blog: ${received} of ${total} posts` : 'Reading the blog…'}
      </p>
      {/* Without a value the bar moves to and fro: how long it will take is not known. */}
      <progress aria-labelledby={id} value={total ? received : undefined} max={total} />
    </div>
  );
}
