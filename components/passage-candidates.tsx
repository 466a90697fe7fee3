import { useId } from 'preact/hooks';
import type { PassageCandidate } from '../lib/annotation/passage-location.ts';
import { say } from '../lib/language/say.ts';
import { toExcerpt } from './passage.tsx';

/** Enough of a place to know it by. UTF-16 units. */
const EXCERPT_LENGTH = 180;

export interface PassageCandidatesProps {
  /** The likeliest first. */
  candidates: readonly PassageCandidate[];
  onChoose: (place: number, passage: string) => void;
}

/** Places in the post where a lost passage might be, each with a few words around it. */
export function PassageCandidates({ candidates, onChoose }: PassageCandidatesProps) {
  const id = useId();
  return (
    <div class="passage-candidates">
      <h4 id={id}>{say('passageCandidates')}</h4>
      <ol class="plain-list" aria-labelledby={id}>
        {candidates.map(({ passage, before, after }, place) => (
          <li key={place}>
            <p id={`${id}-${place}`}>
              {before && <span class="soft">…{before} </span>}
              <mark>{toExcerpt(passage.replace(/\s+/g, ' '), EXCERPT_LENGTH)}</mark>
              {after && <span class="soft"> {after}…</span>}
            </p>
            <button
              type="button"
              class="button"
              aria-describedby={`${id}-${place}`}
              onClick={() => onChoose(place, passage)}
            >
              {say('passageHere')}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
