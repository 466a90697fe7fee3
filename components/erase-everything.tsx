import './erase-everything.css';
import { useId, useRef, useState } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';

export interface EraseEverythingProps {
  /** How many notes would go. */
  notes: number;
  /** Deletes everything; rejects when nothing could be deleted. */
  onErase: () => Promise<void>;
}

type Progress = 'asking' | 'erasing' | 'erased' | 'failed';

/** Deletes everything, after the reader has typed a word that nobody types by accident. */
export function EraseEverything({ notes, onErase }: EraseEverythingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [progress, setProgress] = useState<Progress>('asking');
  const id = useId();
  const word = say('eraseWord');
  const isMeant = typed.trim().toLocaleLowerCase() === word;

  async function erase(event: SubmitEvent) {
    event.preventDefault();
    if (!isMeant || progress === 'erasing') return;
    setProgress('erasing');
    const done = await onErase().then(
      () => 'erased' as const,
      (error: unknown) => {
        console.error('Waymark: not everything could be deleted', error);
        return 'failed' as const;
      },
    );
    setProgress(done);
    dialog.current?.close();
  }

  return (
    <div class="erase">
      <button
        type="button"
        class="button dangerous"
        onClick={() => {
          setTyped('');
          setProgress('asking');
          dialog.current?.showModal();
        }}
      >
        {say('eraseOpen')}
      </button>
      <p role="status">
        {progress === 'erased' && say('eraseDone')}
        {progress === 'failed' && say('eraseFailed')}
      </p>
      <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-title`}>
        <form class="erase-form" onSubmit={erase}>
          <h3 id={`${id}-title`}>{say('eraseHeading')}</h3>
          <p id={`${id}-warning`}>{sayCount('eraseWarning', notes)}</p>
          <label for={`${id}-word`}>{say('eraseTypeWord', word)}</label>
          <input
            id={`${id}-word`}
            class="field"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-describedby={`${id}-warning`}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <div class="erase-foot">
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {say('eraseCancel')}
            </button>
            <button type="submit" class="button dangerous" aria-disabled={!isMeant}>
              {progress === 'erasing' ? say('eraseWorking') : say('eraseConfirm')}
            </button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
