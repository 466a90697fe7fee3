import { say } from '../lib/language/say.ts';
import { CHECK } from './drawings.ts';
import { DrawnIcon } from './icons.tsx';

export interface ReadToggleProps {
  isRead: boolean;
  onRead: (isRead: boolean) => void;
}

/** Says whether a post has been read, and changes it. */
export function ReadToggle({ isRead, onRead }: ReadToggleProps) {
  return (
    <button
      type="button"
      class="read-toggle"
      aria-pressed={isRead}
      title={say(isRead ? 'readMarkUnread' : 'readMarkRead')}
      onClick={() => onRead(!isRead)}
    >
      <DrawnIcon d={CHECK} /> {say('read')}
    </button>
  );
}
