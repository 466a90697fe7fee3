import { useState } from 'preact/hooks';
import type { Writing, WritingDetails } from '../lib/annotation/writing.ts';
import { NoteDetails, NoteKind } from './note-details.tsx';
import { NoteForm, type NoteFormProps } from './note-form.tsx';

export interface WritingFormProps extends Pick<NoteFormProps, 'passage' | 'status' | 'onCancel'> {
  /** What is written already. */
  writing: Writing;
  /** Tags in use, the most used first. */
  knownTags: readonly string[];
  onSave: (writing: Writing) => void;
  /** Every change, for whoever keeps drafts. */
  onChange: (writing: Writing) => void;
}

/** Where all is written that a reader has to say of a passage: a note, its kind, its tags. */
export function WritingForm({ writing, knownTags, onSave, onChange, ...form }: WritingFormProps) {
  const { note, ...given } = writing;
  const [text, setText] = useState(note);
  const [details, setDetails] = useState(given);
  const onDetails = (next: WritingDetails) => {
    setDetails(next);
    onChange({ ...next, note: text });
  };
  return (
    <NoteForm
      {...form}
      note={note}
      onSave={(saved) => onSave({ ...details, note: saved })}
      onChange={(typed) => {
        setText(typed);
        onChange({ ...details, note: typed });
      }}
      before={<NoteKind details={details} onDetails={onDetails} />}
      after={<NoteDetails details={details} knownTags={knownTags} onDetails={onDetails} />}
    />
  );
}
