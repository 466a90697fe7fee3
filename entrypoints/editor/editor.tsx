import { useEffect, useState } from 'preact/hooks';
import { NoteForm, type NoteFormStatus } from '../../components/note-form.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { DraftRepository } from '../../lib/storage/draft-repository.ts';

export interface EditorProps {
  id: AnnotationId;
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  background: Client<BackgroundProtocol>;
}

interface Opened {
  annotation: Annotation;
  /** The draft left from last time, or the note as it is saved. */
  note: string;
}

/** The note of one annotation, being written. What is typed is kept as a draft until it is saved. */
export function Editor({ id, annotations, drafts, background }: EditorProps) {
  const [opened, setOpened] = useState<Opened | 'gone'>();
  const [status, setStatus] = useState<NoteFormStatus>();

  useEffect(() => {
    openNote(id, annotations, drafts).then(
      (note) => setOpened(note ?? 'gone'),
      () => setOpened('gone'),
    );
  }, [id, annotations, drafts]);

  if (!opened) return <p role="status">Opening…</p>;
  if (opened === 'gone') {
    return (
      <p role="alert">
        This highlight could not be opened. It may have been deleted meanwhile.{' '}
        <button type="button" class="button" onClick={() => background.closeEditor()}>
          Close
        </button>
      </p>
    );
  }

  async function save(note: string) {
    setStatus('saving');
    try {
      const saved = await annotations.saveNote(id, note);
      if (!saved) return setOpened('gone');
      const source = toPermalink(saved.target.source);
      if (source) await background.announceChange(source);
      await background.closeEditor();
    } catch (error) {
      console.error('Waymark: a note could not be saved', error);
      setStatus('failed');
    }
  }

  async function cancel() {
    await drafts.delete(id);
    await background.closeEditor();
  }

  return (
    <NoteForm
      passage={opened.annotation.target.passage}
      note={opened.note}
      status={status}
      onSave={save}
      onCancel={cancel}
      onChange={(note) => drafts.save(id, note)}
    />
  );
}

async function openNote(
  id: AnnotationId,
  annotations: AnnotationRepository,
  drafts: DraftRepository,
): Promise<Opened | undefined> {
  const [annotation, draft] = await Promise.all([annotations.find(id), drafts.find(id)]);
  return annotation && { annotation, note: draft ?? noteOf(annotation) };
}
