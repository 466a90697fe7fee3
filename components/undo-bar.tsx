import './undo-bar.css';
import { say } from '../lib/language/say.ts';
import { DismissButton } from './dismiss-button.tsx';
import { UndoIcon } from './icons.tsx';

export interface UndoBarProps {
  /** What was done. `undefined` when there is nothing to undo. */
  message: string | undefined;
  onUndo: () => void;
  onDismiss: () => void;
}

/**
 * Says what was just done and offers to take it back. Keep it in the page while it is empty: only
 * a live region that was already there is read out when it changes.
 */
export function UndoBar({ message, onUndo, onDismiss }: UndoBarProps) {
  return (
    <div class={message ? 'undo-bar' : undefined}>
      <p role="status">{message}</p>
      {message && (
        <>
          <button type="button" class="button" onClick={onUndo}>
            <UndoIcon /> {say('undo')}
          </button>
          <DismissButton onDismiss={onDismiss} />
        </>
      )}
    </div>
  );
}
