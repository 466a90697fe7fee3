import { say } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  heading: string;
  /** What will happen. */
  text: string;
  /** What the button says that lets it happen. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done that should not be done by mistake. */
export function ConfirmDialog({ heading, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog heading={heading} onClose={onClose}>
      <p>{text}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {say('cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
