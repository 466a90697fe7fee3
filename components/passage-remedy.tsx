import './passage-remedy.css';
import { useId, useState } from 'preact/hooks';
import type { LocationState, PassageLocation } from '../lib/annotation/passage-location.ts';
import type { Target } from '../lib/annotation/target.ts';
import { type MessageName, say } from '../lib/language/say.ts';
import { FormerParagraph } from './former-paragraph.tsx';
import { PassageCandidates } from './passage-candidates.tsx';

/** What can be done about a passage that its author changed; each answers whether it worked. */
export interface Attaching {
  /**
   * Attach the annotation to one of the candidates, or to the edited passage as it reads now,
   * which is place 0. `passage` is what the reader saw there.
   */
  onAttach: (place: number, passage: string) => Promise<boolean>;
  /** Attach it to the selection in the page. */
  onAttachToSelection: () => Promise<boolean>;
  /** What is selected in the post; undefined when nothing is. */
  selection: string | undefined;
}

export interface PassageRemedyProps {
  target: Target;
  location: PassageLocation;
  /** Absent where there is no page to ask. */
  attaching?: Attaching | undefined;
}

/** Attaching that is done by then is not spoken of before it is. Milliseconds. */
const PATIENCE = 1000;

const REMARKS: Partial<Record<LocationState, MessageName>> = {
  edited: 'passageEdited',
  ambiguous: 'passageAmbiguous',
  orphan: 'passageOrphan',
};

/** Says what became of a passage, and offers what can be done about it; nothing when all is well. */
export function PassageRemedy({ target, location, attaching }: PassageRemedyProps) {
  const [status, setStatus] = useState<'working' | 'slow' | 'failed'>();
  const selectionId = useId();
  const { state, found, candidates = [] } = location;
  const remark = REMARKS[state];
  if (!remark) return null;

  async function attach(run: () => Promise<boolean>) {
    if (status === 'working' || status === 'slow') return;
    setStatus('working');
    const timer = setTimeout(() => setStatus('slow'), PATIENCE);
    const isDone = await run().catch(() => false);
    clearTimeout(timer);
    setStatus(isDone ? undefined : 'failed');
  }

  const isLost = state !== 'edited';
  return (
    <div class="passage-remedy">
      <p class="passage-remark">{say(remark)}</p>
      {isLost && <FormerParagraph target={target} />}
      {isLost && attaching && candidates.length > 0 && (
        <PassageCandidates
          candidates={candidates}
          onChoose={(place, passage) => attach(() => attaching.onAttach(place, passage))}
        />
      )}
      {state === 'edited' && attaching && found !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => attach(() => attaching.onAttach(0, found))}
        >
          {say('passageKeep')}
        </button>
      )}
      {isLost && attaching && (
        <div class="passage-selection">
          <button
            type="button"
            class="button"
            aria-describedby={selectionId}
            disabled={attaching.selection === undefined}
            onClick={() => attach(attaching.onAttachToSelection)}
          >
            {say('passageAttach')}
          </button>
          <p id={selectionId} class="soft">
            {say(
              attaching.selection !== undefined
                ? 'passageSelected'
                : candidates.length > 0
                  ? 'passageOrSelect'
                  : 'passageSelect',
            )}
          </p>
        </div>
      )}
      <p
        role="status"
        class={status === 'failed' ? 'failure' : status === 'slow' ? undefined : 'visually-hidden'}
      >
        {status === 'failed' && say('passageFailed')}
        {status === 'slow' && say('passageAttaching')}
      </p>
    </div>
  );
}
