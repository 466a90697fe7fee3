import { type MessageName, say } from '../lib/language/say.ts';
import { UNDO } from './drawings.ts';
import { element, iconOf, keepSelection } from './element.ts';
import type { OnPageView } from './toolbar.ts';

/** Fixed sentences only, so that nothing the reader wrote can reach the page this way. */
export type Notice =
  | 'highlightDeleted'
  | 'noteDeleted'
  | 'notSavedYet'
  | 'notDeletedYet'
  | 'quoteCopied'
  | 'quoteNotCopied';

/** What the reader can do about each, if anything. */
const REMEDIES: Readonly<Partial<Record<Notice, MessageName>>> = {
  highlightDeleted: 'undo',
  noteDeleted: 'undo',
  notSavedYet: 'tryAgain',
  notDeletedYet: 'tryAgain',
};

export interface NoticeToolbarProps {
  notice: Notice;
  /** Take back what was done, or do again what failed: the notice decides which is offered. */
  onAct: () => void;
}

/** Says on the page what was just done, or was not, and offers the remedy. */
export function createNoticeToolbar({ notice, onAct }: NoticeToolbarProps): OnPageView {
  const remedy = REMEDIES[notice];
  return {
    element: element(
      'div',
      { class: 'toolbar', mousedown: keepSelection },
      element('span', { class: 'notice' }, say(notice)),
      remedy &&
        element(
          'button',
          { type: 'button', click: onAct },
          remedy === 'undo' && iconOf(UNDO),
          say(remedy),
        ),
    ),
    keys: remedy === 'undo' ? { u: onAct } : {},
  };
}
