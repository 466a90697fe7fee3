import { say } from '../lib/language/say.ts';
import { CloseIcon } from './icons.tsx';

export interface DismissButtonProps {
  class?: string;
  onDismiss: () => void;
}

/** Puts away what has been said. */
export function DismissButton({ class: name, onDismiss }: DismissButtonProps) {
  return (
    <button
      type="button"
      class={name ? `icon-button ${name}` : 'icon-button'}
      aria-label={say('dismiss')}
      title={say('dismiss')}
      onClick={onDismiss}
    >
      <CloseIcon />
    </button>
  );
}
