import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Annotation, noteOf } from '../lib/annotation/annotation.ts';
import type { Colour } from '../lib/annotation/colour.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { AnnotationCard } from './annotation-card.tsx';
import { NoteForm, type NoteFormStatus } from './note-form.tsx';
import type { Attaching } from './passage-remedy.tsx';

export interface AnnotationItemProps {
  annotation: Annotation;
  location?: PassageLocation | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onJump?: (() => void) | undefined;
  attaching?: Attaching | undefined;
  onColour: (colour: Colour) => void;
  /** The form stays open until the promise is kept, and says so when it is broken. */
  onEdit: (note: string) => void | Promise<void>;
  onDelete: () => void;
  /** Every change to the note while it is being written. */
  onDraft?: ((note: string) => void) | undefined;
}

/** An annotation that turns into a form while its note is edited, and back. */
export function AnnotationItem({ annotation, onEdit, onDraft, ...card }: AnnotationItemProps) {
  const [editing, setEditing] = useState(false);
  const [status, setStatus] = useState<NoteFormStatus>();
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  useLayoutEffect(() => {
    // The form took the focus with it: give it back to the button that opened the form.
    if (wasEditing.current && !editing) editButton.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  function close() {
    setEditing(false);
    setStatus(undefined);
  }

  async function save(note: string) {
    setStatus('saving');
    try {
      await onEdit(note);
      close();
    } catch {
      // The reader is told by the form, which keeps the text.
      setStatus('failed');
    }
  }

  if (editing) {
    return (
      <NoteForm
        passage={annotation.target.passage}
        note={noteOf(annotation)}
        status={status}
        onSave={save}
        onCancel={close}
        onChange={onDraft}
      />
    );
  }
  return (
    <AnnotationCard
      {...card}
      annotation={annotation}
      onEdit={() => setEditing(true)}
      editButton={editButton}
    />
  );
}
