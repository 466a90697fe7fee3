import './note-details.css';
import { useId } from 'preact/hooks';
import type { WritingDetails } from '../lib/annotation/writing.ts';
import { say } from '../lib/language/say.ts';
import { TagInput } from './tag-input.tsx';

export interface NoteDetailsProps {
  details: WritingDetails;
  onDetails: (details: WritingDetails) => void;
  /** The reader's tags, the likeliest first. */
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
      <TagInput
        tags={tags}
        known={knownTags}
        onTags={(next) => onDetails({ ...details, tags: next })}
      />
    </>
  );
}
