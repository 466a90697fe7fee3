import './tag-chip.css';
import { say } from '../lib/language/say.ts';
import { CloseIcon } from './icons.tsx';

export interface TagChipProps {
  tag: string;
  /** Without it the tag cannot be taken away. */
  onRemove?: (() => void) | undefined;
}

/** One tag, as it was written. */
export function TagChip({ tag, onRemove }: TagChipProps) {
  return (
    <span class="tag-chip">
      <span class="tag-chip-text">{tag}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={say('tagRemove', tag)}
          title={say('tagRemove', tag)}
          onClick={onRemove}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  );
}
