import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Annotation, tagsOf } from '../lib/annotation/annotation.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { toOpened, type Writing } from '../lib/annotation/writing.ts';
import { AnnotationCard } from './annotation-card.tsx';
import type { AnnotationHandlers } from './annotation-handlers.ts';
import type { NoteFormStatus } from './note-form.tsx';
import type { Attaching } from './passage-remedy.tsx';
import { usePart } from './use-part.ts';

const loadForm = () => import('./writing-form.tsx');

export interface AnnotationItemProps extends AnnotationHandlers {
  annotation: Annotation;
  location?: PassageLocation | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onJump?: (() => void) | undefined;
  attaching?: Attaching | undefined;
  isPassageOpen?: boolean | undefined;
  isInView?: boolean | undefined;
}

/** An annotation that turns into a form while what is written about it is edited, and back. */
export function AnnotationItem({ annotation, ...props }: AnnotationItemProps) {
  const { onKind, onTags, onAction, onTakeNote, onDropNote } = props;
  const { id } = annotation;
  /** What the form began with; undefined while it is not open. */
  const [opened, setOpened] = useState<ReturnType<typeof toOpened>>();
  const [knownTags, setKnownTags] = useState<readonly string[]>([]);
  const [status, setStatus] = useState<NoteFormStatus>();
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const isEditing = opened !== undefined;
  const form = usePart(isEditing, loadForm);

  useLayoutEffect(() => {
    // The form took the focus with it: give it back to the button that opened the form.
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  function close() {
    setOpened(undefined);
    setStatus(undefined);
  }

  async function open() {
    props.listTags?.().then(setKnownTags, (error: unknown) => {
      console.warn('Waymark: no tags to complete by', error);
    });
    const draft = await props.findDraft?.(id).catch((error: unknown) => {
      console.warn('Waymark: a draft could not be read', error);
      return undefined;
    });
    setOpened(toOpened(annotation, draft));
  }

  async function save(writing: Writing, { beginning }: ReturnType<typeof toOpened>) {
    setStatus('saving');
    try {
      await props.onEdit(id, writing, beginning);
      close();
    } catch {
      // The reader is told by the form, which keeps the text.
      setStatus('failed');
    }
  }

  if (form && isEditing) {
    return (
      <form.WritingForm
        passage={annotation.target.passage}
        writing={opened.writing}
        knownTags={knownTags}
        status={status}
        onSave={(writing) => save(writing, opened)}
        onCancel={() => {
          props.onDiscard?.(id, opened.beginning);
          close();
        }}
        onChange={(writing) => props.onDraft?.(id, writing, opened.beginning)}
      />
    );
  }
  return (
    <AnnotationCard
      annotation={annotation}
      location={props.location}
      renderNote={props.renderNote}
      onJump={props.onJump}
      attaching={props.attaching}
      isPassageOpen={props.isPassageOpen}
      isInView={props.isInView}
      onColour={(colour) => props.onColour(id, colour)}
      onKind={onKind && ((kind) => onKind(id, kind))}
      onTags={onTags && ((tags) => onTags(id, tags, tagsOf(annotation)))}
      onAction={onAction && ((action) => onAction(id, action, annotation.action ?? {}))}
      onTakeNote={onTakeNote && ((former) => onTakeNote(id, former))}
      onDropNote={onDropNote && ((former) => onDropNote(id, former))}
      listTags={props.listTags}
      onEdit={open}
      onDelete={() => props.onDelete(id)}
      sharing={props.sharing}
      editButton={editButton}
    />
  );
}
