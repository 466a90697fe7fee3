import { say } from '../lib/language/say.ts';

export interface TagOptionsProps {
  /** Of the field they belong to. */
  id: string;
  /** Those offered; while there are none, nothing is to be seen. */
  tags: readonly string[];
  /** The one chosen by the arrow keys; -1 for none. */
  active: number;
  onTake: (tag: string) => void;
}

/** The id of one of the tags, for the field to name the one that is chosen. */
export function optionIdOf(id: string, index: number): string {
  return `${id}-option-${index}`;
}

/** The tags that a field offers. */
export function TagOptions({ id, tags, active, onTake }: TagOptionsProps) {
  return (
    <div
      class="tag-input-list"
      role="listbox"
      id={`${id}-list`}
      aria-label={say('tagCompletions')}
      hidden={tags.length === 0}
    >
      {tags.map((tag, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        <div
          key={tag}
          id={optionIdOf(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The field keeps the focus, and with it what is typed.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(tag)}
        >
          {tag}
        </div>
      ))}
    </div>
  );
}
