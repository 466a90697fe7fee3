import './tag-field.css';
import { useId, useState } from 'preact/hooks';
import { tagKeyOf, toTag, toTags } from '../lib/annotation/tags.ts';
import { say } from '../lib/language/say.ts';
import { CloseIcon } from './icons.tsx';
import { completionsOf } from './tag-completions.ts';

export interface TagFieldProps {
  tags: readonly string[];
  /** Tags in use, the most used first, to complete what is typed. */
  known: readonly string[];
  onTags: (tags: string[]) => void;
}

/**
 * The tags of a note, and a field for one more, which completes what is typed (the editable combobox
 * of the ARIA Authoring Practices). Enter, Tab and a comma add it; Backspace in an empty field takes
 * back the last.
 */
export function TagField({ tags, known, onTags }: TagFieldProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const completions = isOpen ? completionsOf(text, known, tags) : [];

  function type(next: string) {
    setText(next);
    setChosen(-1);
    setOpen(next !== '');
  }
  function add(tag: string | undefined) {
    if (tag === undefined) return;
    const inUse = known.find((other) => tagKeyOf(other) === tagKeyOf(tag));
    onTags(toTags([...tags, inUse ?? tag]));
    type('');
  }
  function move(step: 1 | -1) {
    setOpen(true);
    const count = completionsOf(text, known, tags).length + 1;
    setChosen(((chosen + 1 + step + count) % count) - 1);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      // It saves the note, and what is typed here with it.
      if (event.key === 'Enter') add(toTag(text));
      return;
    }
    const wanted = completions[chosen] ?? toTag(text);
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' || key === ',') add(wanted);
    else if (key === 'Tab' && chosen >= 0) add(wanted);
    else if (key === 'Escape' && completions.length > 0) setOpen(false);
    else if (key === 'Backspace' && text === '' && tags.length > 0) onTags(tags.slice(0, -1));
    else return;
    // Enter would send the form off, and Escape close it.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="tag-field">
      <span class="note-form-label" id={`${id}-label`}>
        {say('tags')}
      </span>
      <div class="tag-field-box">
        {tags.map((tag) => (
          <span class="tag" key={tag}>
            {tag}
            <button
              type="button"
              aria-label={say('tagRemove', tag)}
              onClick={() => onTags(tags.filter((other) => other !== tag))}
            >
              <CloseIcon />
            </button>
          </span>
        ))}
        <input
          type="text"
          role="combobox"
          aria-label={say('tagAdd')}
          placeholder={tags.length === 0 ? say('tagAdd') : ''}
          autocomplete="off"
          autocapitalize="none"
          aria-autocomplete="list"
          aria-expanded={completions.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={completions[chosen] ? `${id}-${chosen}` : undefined}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(toTag(text))}
        />
      </div>
      <div
        class="tag-completions"
        role="listbox"
        id={`${id}-list`}
        aria-label={say('tagSuggestions')}
        hidden={completions.length === 0}
      >
        {completions.map((tag, index) => (
          <div
            key={tag}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === chosen}
            tabIndex={-1}
            // Before the field loses the focus: then it would add what was typed so far.
            onMouseDown={(event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  );
}
