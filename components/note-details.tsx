import './note-details.css';
import { useId } from 'preact/hooks';
import { KINDS, type Kind } from '../lib/annotation/kind.ts';
import type { WritingDetails } from '../lib/annotation/writing.ts';
import { say } from '../lib/language/say.ts';
import { DrawnIcon } from './icons.tsx';
import { faceOfKind } from './kind-face.ts';
import { TagField } from './tag-field.tsx';

export interface NoteKindProps {
  details: WritingDetails;
  onDetails: (details: WritingDetails) => void;
}

/** A comment without words is a highlight: whoever writes chooses among the others. */
const WRITTEN_KINDS = KINDS.filter((kind) => kind !== 'highlight');

/** What kind of note it is to be. */
export function NoteKind({ details, onDetails }: NoteKindProps) {
  const name = useId();
  const isChosen = (kind: Kind) =>
    details.kind === kind || (details.kind === 'highlight' && kind === 'comment');
  return (
    <fieldset class="note-kind">
      <legend class="visually-hidden">{say('noteKind')}</legend>
      {WRITTEN_KINDS.map((kind) => {
        const { drawing, label } = faceOfKind(kind);
        return (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              checked={isChosen(kind)}
              onChange={() => onDetails({ ...details, kind })}
            />
            <DrawnIcon d={drawing} />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}

export interface NoteDetailsProps extends NoteKindProps {
  knownTags: readonly string[];
}

/** What is known of a note beside its words: its tags, and of an action when it is due and whether it is done. */
export function NoteDetails({ details, knownTags, onDetails }: NoteDetailsProps) {
  const id = useId();
  const { kind, tags, action } = details;
  const { done, due } = action;
  return (
    <>
      {kind === 'action' && (
        <div class="note-action">
          <label class="note-form-label" for={`${id}-due`}>
            {say('actionDue')}
          </label>
          <input
            type="date"
            id={`${id}-due`}
            value={due ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onDetails({
                ...details,
                action: { ...(done && { done }), ...(value && { due: value }) },
              })
            }
          />
          <label class="note-done">
            <input
              type="checkbox"
              checked={done !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                onDetails({
                  ...details,
                  action: {
                    ...(checked && { done: new Date().toISOString() }),
                    ...(due && { due }),
                  },
                })
              }
            />
            {say('done')}
          </label>
        </div>
      )}
      <TagField
        tags={tags}
        known={knownTags}
        onTags={(next) => onDetails({ ...details, tags: next })}
      />
    </>
  );
}
