import { useRef, useState } from 'preact/hooks';
import { KINDS } from '../lib/annotation/kind.ts';
import type { Writing, WritingDetails } from '../lib/annotation/writing.ts';
import { KindPicker } from './kind-picker.tsx';
import { NoteDetails } from './note-details.tsx';
import { NoteForm, type NoteFormProps } from './note-form.tsx';

export interface WritingFormProps
  extends Pick<NoteFormProps, 'passage' | 'status' | 'failure' | 'onCancel'> {
  /** What is written already. */
  writing: Writing;
  /** Tags in use, the most used first. */
  knownTags: readonly string[];
  onSave: (writing: Writing) => void;
  /** Every change, for whoever keeps drafts. */
  onChange: (writing: Writing) => void;
}

/** A comment without words is a highlight: whoever writes chooses among the others. */
const WRITTEN_KINDS = KINDS.filter((kind) => kind !== 'highlight');

/** Where all is written that a reader has to say of a passage: a note, its kind, its tags. */
export function WritingForm({ writing, knownTags, onSave, onChange, ...form }: WritingFormProps) {
  const { note, ...given } = writing;
  const [details, setDetails] = useState(given);
  // What is saved is what was written up to then, also by the very key that saves.
  const written = useRef(writing);
  const change = (changed: Partial<Writing>) => {
    written.current = { ...written.current, ...changed };
    onChange(written.current);
  };
  const onDetails = (next: WritingDetails) => {
    setDetails(next);
    change(next);
  };
  return (
    <NoteForm
      {...form}
      note={note}
      onSave={() => onSave(written.current)}
      onChange={(typed) => change({ note: typed })}
      before={
        <KindPicker
          kind={details.kind === 'highlight' ? 'comment' : details.kind}
          kinds={WRITTEN_KINDS}
          onKind={(kind) => onDetails({ ...details, kind })}
        />
      }
      after={<NoteDetails details={details} knownTags={knownTags} onDetails={onDetails} />}
    />
  );
}
