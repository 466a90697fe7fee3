import './note-form.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { toExcerpt } from './passage.tsx';

/** Where the note is on its way to the database. Nothing is said while it is only being written. */
export type NoteFormStatus = 'saving' | 'failed';

export interface NoteFormProps {
  /** What the note is about, as plain text. */
  passage: string;
  /** The note to begin with, in Markdown; the empty string for a new one. */
  note: string;
  status?: NoteFormStatus | undefined;
  /** Why it could not be saved, where more is known than that. */
  failure?: string | undefined;
  onSave: (note: string) => void;
  onCancel: () => void;
  /** Every change, for whoever keeps drafts. */
  onChange?: ((note: string) => void) | undefined;
  /** What else is to be written, above the note and below it. */
  before?: ComponentChildren;
  after?: ComponentChildren;
}

/** Enough of the passage to know it by; the reader has just seen the whole. */
const REMINDER_LENGTH = 140;

/**
 * Where a note is written. Ctrl+Enter or Command+Enter saves, Escape cancels; the text stays in
 * place while it is being saved and after a failure.
 */
export function NoteForm(props: NoteFormProps) {
  const { passage, note, status, failure, onSave, onCancel, onChange, before, after } = props;
  const [text, setText] = useState(note);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(note.length, note.length);
    // Only when the form appears: a later change of `note` must not move the reader's caret.
  }, []);

  // `field-sizing: content` would do this in CSS, but not yet in every browser we support.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [text]);

  function save() {
    if (status !== 'saving') onSave(text);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter and Escape belong to the input method while it composes a character.
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      // Unprevented, Escape would close the whole popup.
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  }

  return (
    <form
      class="note-form"
      aria-label={say('note')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {passage && (
        <blockquote class="passage note-form-passage">
          {toExcerpt(passage.replace(/\s+/g, ' '), REMINDER_LENGTH)}
        </blockquote>
      )}
      {before}
      <label class="note-form-label" for={`${id}-text`}>
        {say('noteLabel')}
      </label>
      <textarea
        class="field"
        ref={area}
        id={`${id}-text`}
        aria-describedby={`${id}-hint`}
        rows={3}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onChange?.(event.currentTarget.value);
        }}
      />
      {after}
      {status === 'failed' && (
        <p class="failure" role="alert">
          {say('noteFailed')} {failure}
        </p>
      )}
      <div class="note-form-foot">
        <p class="note-form-hint" id={`${id}-hint`}>
          {say('noteHint')}
        </p>
        <button
          type="button"
          class="button quiet"
          title={`${say('cancel')} (Esc)`}
          onClick={onCancel}
        >
          {say('cancel')}
        </button>
        {/* Not `disabled` while saving: that would take the focus from the reader. */}
        <button
          type="submit"
          class="button primary"
          title={`${say('save')} (Ctrl+Enter)`}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-disabled={status === 'saving'}
        >
          {say(status === 'saving' ? 'saving' : status === 'failed' ? 'tryAgain' : 'save')}
        </button>
      </div>
    </form>
  );
}
