import './fetch-progress.css';
import { useId } from 'preact/hooks';
import { type MessageName, say } from '../lib/language/say.ts';

/** Why the blog could not be read: no network, or an answer that was no feed. */
export type FetchFailure = 'offline' | 'failed';

export interface FetchProgressProps {
  /** Posts received so far, of how many; `total` is absent until the blog has said it. */
  progress?: { received: number; total?: number | undefined } | undefined;
  error?: FetchFailure | undefined;
  onRetry?: (() => void) | undefined;
}

const FAILURES: Record<FetchFailure, MessageName> = {
  offline: 'fetchOffline',
  failed: 'fetchFailed',
};

/** How far the reading of the blog's feed has come, or why it stopped; nothing when idle. */
export function FetchProgress({ progress, error, onRetry }: FetchProgressProps) {
  const id = useId();
  if (error) {
    return (
      <div class="fetch-progress">
        <p role="status">{say(FAILURES[error])}</p>
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            {say('tryAgain')}
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
        {total ? say('fetchProgress', received, total) : say('fetchReading')}
      </p>
      {/* Without a value the bar moves to and fro: how long it will take is not known. */}
      <progress aria-labelledby={id} value={total ? received : undefined} max={total} />
    </div>
  );
}
