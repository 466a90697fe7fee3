import './related-notes.css';
import { type Annotation, noteOf } from '../lib/annotation/annotation.ts';
import { languageOf, say } from '../lib/language/say.ts';
import type { RelatedNote } from '../lib/messaging/protocol.ts';
import { toExcerpt } from './passage.tsx';

export interface RelatedNotesProps {
  /** The nearest first. */
  notes: readonly RelatedNote[];
  /** Show the note in its post. */
  onNote: (annotation: Annotation) => void;
}

/** Of a passage and of a note, as much as reminds of them. UTF-16 units. */
const LONGEST = 160;
const TERMS_SHOWN = 3;

/** The reader's own notes, on other posts, that speak of the same thing. */
export function RelatedNotes({ notes, onNote }: RelatedNotesProps) {
  return (
    <ul class="plain-list related-notes" aria-label={say('relatedNotes')}>
      {notes.map(({ annotation, title, terms }) => {
        const { passage, source } = annotation.target;
        const note = noteOf(annotation);
        const name = title ?? source;
        const shared = new Intl.ListFormat(languageOf(), { type: 'unit' }).format(
          terms.slice(0, TERMS_SHOWN),
        );
        return (
          <li key={annotation.id}>
            {passage && (
              <blockquote class="passage">
                <p>{toExcerpt(passage, LONGEST)}</p>
              </blockquote>
            )}
            {note && <p class="related-notes-note">{toExcerpt(note, LONGEST)}</p>}
            <p class="related-notes-facts">
              <button
                type="button"
                class="button quiet related-notes-open"
                onClick={() => onNote(annotation)}
              >
                {say('relatedNoteIn', name)}
              </button>
              {shared && <span>{say('relatedShared', shared)}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
