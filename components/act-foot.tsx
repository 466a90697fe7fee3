import { say } from '../lib/language/say.ts';

export interface ActFootProps {
  /** What the button says that does it. */
  action: string;
  /** Whether there is anything to do; else the dialog can only be closed. */
  canAct: boolean;
  isDangerous?: boolean;
  isBusy: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** The foot of a dialog that has said what it would do: do it, or leave all as it is. */
export function ActFoot(props: ActFootProps) {
  const { action, canAct, isDangerous, isBusy, onAct, onClose } = props;
  return (
    <div class="dialog-foot">
      <button type="button" class="button" onClick={onClose}>
        {say(canAct ? 'cancel' : 'close')}
      </button>
      {canAct && (
        <button
          type="button"
          class={isDangerous ? 'button dangerous' : 'button primary'}
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onAct();
          }}
        >
          {action}
        </button>
      )}
    </div>
  );
}
