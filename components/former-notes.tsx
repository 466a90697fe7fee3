import './former-notes.css';
import type { FormerNote } from '../lib/annotation/annotation.ts';
import { say } from '../lib/language/say.ts';
import { Scrollable } from './scrollable.tsx';

export interface FormerNotesProps {
  /** Notes that were written in two places at once and are not the note now, oldest first. */
  notes: readonly FormerNote[];
  /** Make it the note; the one there is takes its place here. */
  onTake?: ((former: FormerNote) => void) | undefined;
  onDrop?: ((former: FormerNote) => void) | undefined;
}

/** What was written elsewhere at the same time: nothing of it vanishes before the reader has seen it. */
export function FormerNotes({ notes, onTake, onDrop }: FormerNotesProps) {
  return (
    <section class="former-notes" aria-label={say('formerNotes')}>
      <p class="former-notes-remark">{say('formerNotesRemark')}</p>
      {notes.toReversed().map((former) => (
        <div class="former-note" key={former.until}>
          <Scrollable as="blockquote" class="former-note-text">
            {former.note}
          </Scrollable>
          {(onTake || onDrop) && (
            <div class="former-note-acts">
              {onTake && (
                <button type="button" class="button" onClick={() => onTake(former)}>
                  {say('formerNoteTake')}
                </button>
              )}
              {onDrop && (
                <button type="button" class="button quiet" onClick={() => onDrop(former)}>
                  {say('formerNoteDrop')}
                </button>
              )}
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
