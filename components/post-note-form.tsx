import './post-note-form.css';
import { useId, useRef, useState } from 'preact/hooks';
import type { Kind } from '../lib/annotation/kind.ts';
import type { Writing } from '../lib/annotation/writing.ts';
import { say } from '../lib/language/say.ts';
import { KindPicker } from './kind-picker.tsx';

export interface PostNoteFormProps {
  /** Which post it is about: another one is another form. */
  post: string;
  /** What was written and not added, as much of it as was kept. */
  draft: Partial<Writing>;
  onAdd: (kind: Kind, note: string) => Promise<void>;
  /** Every change, for whoever keeps drafts. */
  onDraft: (kind: Kind, note: string) => void;
}

const KINDS = ['comment', 'question', 'action'] as const;

/**
 * Where a note on a post as a whole is written: one line until the reader turns to it.
 * Ctrl+Enter or Command+Enter adds it; what was typed stays after a failure, and as a draft.
 */
export function PostNoteForm({ draft, onAdd, onDraft }: PostNoteFormProps) {
  const [text, setText] = useState(draft.note ?? '');
  const [kind, setKind] = useState<Kind>(draft.kind ?? 'comment');
  // What opened stays open: were it to close under a click elsewhere, that would miss its aim.
  const [isOpen, setIsOpen] = useState(text !== '');
  const [status, setStatus] = useState<'saving' | 'failed' | 'added'>();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  async function add() {
    if (status === 'saving' || text.trim() === '') return area.current?.focus();
    setStatus('saving');
    try {
      await onAdd(kind, text);
      setText('');
      setKind('comment');
      setStatus('added');
      area.current?.focus();
    } catch (error) {
      console.error('Waymark: a note could not be added', error);
      setStatus('failed');
    }
  }

  function choose(next: Kind) {
    setKind(next);
    // A kind without words is nothing to keep.
    if (text !== '') onDraft(next, text);
  }

  return (
    <form
      class="post-note-form"
      aria-label={say('postNote')}
      data-open={isOpen ? '' : undefined}
      onFocusIn={() => setIsOpen(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        add();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="visually-hidden" for={`${id}-text`}>
        {say('postNote')}
      </label>
      <textarea
        class="field"
        ref={area}
        id={`${id}-text`}
        rows={1}
        placeholder={say('postNote')}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          setStatus(undefined);
          onDraft(kind, value);
        }}
      />
      {isOpen && (
        <div class="post-note-form-foot">
          <KindPicker kind={kind} kinds={KINDS} onKind={choose} />
          {/* Not `disabled` while saving: that would take the focus from the reader. */}
          <button
            type="submit"
            class="button primary"
            title={say('postNoteKeys')}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            aria-disabled={status === 'saving' || text.trim() === ''}
          >
            {say(status === 'failed' ? 'tryAgain' : 'postNoteAdd')}
          </button>
        </div>
      )}
      <p role="status" class={status === 'failed' ? 'failure' : 'visually-hidden'}>
        {status === 'failed' && say('postNoteFailed')}
        {status === 'added' && say('postNoteAdded')}
      </p>
    </form>
  );
}
