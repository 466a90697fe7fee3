import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NoteFormStatus } from '../../components/note-form.tsx';
import { Scrollable } from '../../components/scrollable.tsx';
import { usePart } from '../../components/use-part.ts';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { Writing } from '../../lib/annotation/writing.ts';
import { say } from '../../lib/language/say.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { OpenedNote, WrittenNote } from '../../lib/messaging/written-note.ts';
import { faultSentence } from '../pages/fault-sentence.ts';
import { createLeftBehind } from './left-behind.ts';

// By the same way as in cards, so that the popup need not load it before there is something to write.
const loadForm = () => import('../../components/writing-form.tsx');

export interface EditorProps {
  id: AnnotationId;
  background: Client<BackgroundProtocol>;
}

/** The note of one annotation, being written. What is typed is kept as a draft until it is saved. */
export function Editor({ id, background }: EditorProps) {
  const [opened, setOpened] = useState<OpenedNote | 'gone' | 'failed'>();
  const [status, setStatus] = useState<NoteFormStatus>();
  /** What was written elsewhere while this was being written, once this is saved. */
  const [other, setOther] = useState<string>();
  const [knownTags, setKnownTags] = useState<readonly string[]>([]);

  const [failure, setFailure] = useState<string>();
  const form = usePart(true, loadForm);
  const left = useMemo(() => createLeftBehind(id), [id]);
  const keepDraft = (written: WrittenNote) => {
    left.keep(written);
    background.saveDraft(written).then(
      () => left.forget(written),
      (error: unknown) => console.warn('Waymark: a draft did not arrive', error),
    );
  };

  useEffect(() => {
    retry(() => background.openNote(id)).then(
      (note) => {
        const found = note && left.find();
        if (found) keepDraft(found);
        setOpened(note ? { ...note, ...found } : 'gone');
      },
      (error: unknown) => {
        console.error('Waymark: a note could not be opened', error);
        setFailure(faultSentence(error));
        setOpened('failed');
      },
    );
    background.listTags().then(setKnownTags, (error: unknown) => {
      console.warn('Waymark: tags are not completed', error);
    });
  }, [id, background]);

  if (!opened || !form) return <p role="status">{say('editorOpening')}</p>;
  if (opened === 'gone' || opened === 'failed') {
    return (
      <p role="alert">
        {say(opened === 'gone' ? 'editorGone' : 'editorFailed')} {failure}{' '}
        <button type="button" class="button" onClick={() => background.closeEditor()}>
          {say('close')}
        </button>
      </p>
    );
  }

  if (other !== undefined) {
    return (
      <div class="editor-torn">
        <p role="status">{say('editorTorn')}</p>
        <Scrollable as="blockquote">{other}</Scrollable>
        <button
          type="button"
          class="button primary"
          ref={(button) => button?.focus()}
          onClick={() => background.closeEditor()}
        >
          {say('close')}
        </button>
      </div>
    );
  }

  const { annotation, writing, beginning } = opened;

  async function save(written: Writing) {
    setStatus('saving');
    try {
      const saved = await retry(() => background.saveNote({ id, writing: written, beginning }));
      left.forget();
      if (!saved) setOpened('gone');
      else if (saved.other === undefined) await background.closeEditor();
      else setOther(saved.other);
    } catch (error) {
      console.error('Waymark: a note could not be saved', error);
      setFailure(faultSentence(error));
      setStatus('failed');
    }
  }

  async function cancel() {
    left.forget();
    try {
      await retry(() => background.discardDraft({ id, beginning }));
    } catch (error) {
      // What was written is offered again; that is no reason to keep the reader here.
      console.warn('Waymark: a draft could not be discarded', error);
    }
    await retry(() => background.closeEditor());
  }

  return (
    <form.WritingForm
      passage={annotation.target.passage}
      writing={writing}
      knownTags={knownTags}
      status={status}
      failure={failure}
      onSave={save}
      onCancel={cancel}
      onChange={(written) => keepDraft({ id, writing: written, beginning })}
    />
  );
}
