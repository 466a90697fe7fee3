import { useEffect, useState } from 'preact/hooks';
import { NoteForm, type NoteFormStatus } from '../../components/note-form.tsx';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { BackgroundProtocol, OpenedNote } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';

export interface EditorProps {
  id: AnnotationId;
  background: Client<BackgroundProtocol>;
}

/** The note of one annotation, being written. What is typed is kept as a draft until it is saved. */
export function Editor({ id, background }: EditorProps) {
  const [opened, setOpened] = useState<OpenedNote | 'gone'>();
  const [status, setStatus] = useState<NoteFormStatus>();

  useEffect(() => {
    retry(() => background.openNote(id)).then(
      (note) => setOpened(note ?? 'gone'),
      (error: unknown) => {
        console.error('Waymark: a note could not be opened', error);
        setOpened('gone');
      },
    );
  }, [id, background]);

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
      if (await retry(() => background.saveNote({ id, note }))) await background.closeEditor();
      else setOpened('gone');
    } catch (error) {
      console.error('Waymark: a note could not be saved', error);
      setStatus('failed');
    }
  }

  async function cancel() {
    await background.discardDraft(id);
    await background.closeEditor();
  }

  return (
    <NoteForm
      passage={opened.annotation.target.passage}
      note={opened.note}
      status={status}
      onSave={save}
      onCancel={cancel}
      onChange={(note) => background.saveDraft({ id, note })}
    />
  );
}
