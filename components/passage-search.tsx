import './fetch-progress.css';
import { useId } from 'preact/hooks';
import type { PassageSearch } from '../lib/annotation/passage-location.ts';
import { say } from '../lib/language/say.ts';

export interface PassageSearchProps {
  search: PassageSearch;
  /** How many passages were found; said when all have been looked for. */
  found: number;
  onStop: () => void;
  onGoOn: () => void;
}

/** How far a page is in looking for the reader's passages, where that takes long, and what came of it. */
export function PassageSearchProgress({ search, found, onStop, onGoOn }: PassageSearchProps) {
  const id = useId();
  const { looked, total, isBusy } = search;
  const isStopped = !isBusy && looked < total;
  const sentence = () => {
    if (isBusy) return say('passagesSought', looked, total);
    if (isStopped) return say('passagesStopped', looked, total);
    return say('passagesLookedFor', total, found, total - found);
  };
  return (
    <div class="fetch-progress">
      <p role="status" id={id}>
        {sentence()}
      </p>
      {(isBusy || isStopped) && (
        // One button for both: the focus stays on it.
        <button type="button" class="button" onClick={isBusy ? onStop : onGoOn}>
          {say(isBusy ? 'stop' : 'goOn')}
        </button>
      )}
      {isBusy && <progress aria-labelledby={id} value={looked} max={total} />}
    </div>
  );
}
