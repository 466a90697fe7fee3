import './erase-everything.css';
import { useId, useState } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';

export interface EraseEverythingProps {
  /** How many notes would go. */
  notes: number;
  /** Deletes everything; rejects when nothing could be deleted. */
  onErase: () => Promise<void>;
}

type Progress = 'asking' | 'erasing' | 'erased' | 'failed';

/** Deletes everything, after the reader has typed a word that nobody types by accident. */
export function EraseEverything({ notes, onErase }: EraseEverythingProps) {
  const [isOpen, setOpen] = useState(false);
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
    setOpen(false);
  }

  return (
    <div class="erase">
      <button
        type="button"
        class="button dangerous"
        onClick={() => {
          setTyped('');
          setProgress('asking');
          setOpen(true);
        }}
      >
        {say('eraseOpen')}
      </button>
      <p role="status">
        {progress === 'erased' && say('eraseDone')}
        {progress === 'failed' && say('eraseFailed')}
      </p>
      {isOpen && (
        <Dialog heading={say('eraseHeading')} onClose={() => setOpen(false)}>
          <form class="erase-form" onSubmit={erase}>
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
            <div class="dialog-foot">
              <button type="button" class="button" onClick={() => setOpen(false)}>
                {say('eraseCancel')}
              </button>
              <button type="submit" class="button dangerous" aria-disabled={!isMeant}>
                {progress === 'erasing' ? say('eraseWorking') : say('eraseConfirm')}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
}
