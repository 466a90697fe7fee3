import './action-line.css';
import type { Action } from '../lib/annotation/action.ts';
import { say } from '../lib/language/say.ts';
import { Day } from './day.tsx';

export interface ActionLineProps {
  action: Action;
  /** Without it the box cannot be ticked. */
  onAction: ((action: Action) => void) | undefined;
}

/** Whether an action is done, and by when it should be. */
export function ActionLine({ action, onAction }: ActionLineProps) {
  const { done, due } = action;
  const isOverdue = due !== undefined && done === undefined && due < dayOf(new Date());
  return (
    <div class="action-line">
      <label>
        <input
          type="checkbox"
          checked={done !== undefined}
          disabled={!onAction}
          onChange={({ currentTarget }) => {
            const { done: _, ...open } = action;
            onAction?.(currentTarget.checked ? { ...open, done: new Date().toISOString() } : open);
          }}
        />
        {say('actionDone')}
      </label>
      {due && (
        <p class={isOverdue ? 'action-overdue' : undefined}>
          {say(isOverdue ? 'actionOverdue' : 'actionDue')} <Day value={due} />
        </p>
      )}
    </div>
  );
}

/** The day it is where the reader is, `YYYY-MM-DD`. */
function dayOf(now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
