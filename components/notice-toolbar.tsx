import { UndoIcon } from './icons.tsx';
import { keepSelection } from './keep-selection.ts';

/** Fixed sentences only, so that nothing the reader wrote can reach the page this way. */
export type Notice =
  | 'Highlight deleted'
  | 'Highlight and note deleted'
  | 'Not saved yet'
  | 'Not deleted yet';

/** What the reader can do about each. */
const REMEDIES: Record<Notice, 'Undo' | 'Try again'> = {
  'Highlight deleted': 'Undo',
  'Highlight and note deleted': 'Undo',
  'Not saved yet': 'Try again',
  'Not deleted yet': 'Try again',
};

export interface NoticeToolbarProps {
  message: Notice;
  /** Take back what was done, or do again what failed: the message decides which is offered. */
  onAct: () => void;
}

/** Says on the page what was just done, or was not, and offers the remedy. */
export function NoticeToolbar({ message, onAct }: NoticeToolbarProps) {
  const remedy = REMEDIES[message];
  return (
    <div class="toolbar">
      <span role="status">{message}</span>
      <button type="button" onMouseDown={keepSelection} onClick={onAct}>
        {remedy === 'Undo' && <UndoIcon />}
        {remedy}
      </button>
    </div>
  );
}
