import './tag-input.css';
import { useId, useRef, useState } from 'preact/hooks';
import { completionsOf, suggestionsOf } from '../lib/annotation/tag-completion.ts';
import { tagKeyOf, toTags } from '../lib/annotation/tags.ts';
import { say } from '../lib/language/say.ts';
import { TagChip } from './tag-chip.tsx';
import { optionIdOf, TagOptions } from './tag-options.tsx';

export interface TagInputProps {
  tags: readonly string[];
  /** The reader's tags, the likeliest first, to complete what is typed. */
  known: readonly string[];
  /** Every change: the tags as they are to be, each once. */
  onTags: (tags: string[]) => void;
  /** What the field is called; “Tags” unless given. */
  label?: string | undefined;
  /** Whether the label is there for assistive technology only. */
  isLabelHidden?: boolean | undefined;
}

/**
 * Where tags are typed, completed and taken away: the combobox with a list of the ARIA practices.
 * Enter and the comma make a tag of what is typed, and so do leaving the field and the keys that save
 * the form around it; Backspace in an empty field takes the last tag away, and the arrow down there
 * shows the tags used most.
 */
export function TagInput({ tags, known, onTags, label, isLabelHidden }: TagInputProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  /** While something is typed the list is open by itself, and otherwise when it is asked for. */
  const [list, setList] = useState<'by itself' | 'closed' | 'asked for'>('by itself');
  const [news, setNews] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const isSuggesting = list === 'asked for' && typed.trim() === '';
  const completions =
    list === 'closed'
      ? []
      : isSuggesting
        ? suggestionsOf(known, tags)
        : completionsOf(typed, known, tags);
  const isOpen = completions.length > 0;

  function type(text: string) {
    setTyped(text);
    setActive(-1);
    setList('by itself');
  }

  function add(text: string) {
    type('');
    // What was typed in other capitals is the tag that is there already, as it is there.
    const words = text.split(',').map((one) => known.find((tag) => isSameTag(tag, one)) ?? one);
    const added = toTags([...tags, ...words]);
    if (added.length === tags.length) return;
    setNews(say('tagAdded', added.slice(tags.length).join(', ')));
    onTags(added);
  }

  function remove(tag: string) {
    setNews(say('tagRemoved', tag));
    onTags(tags.filter((other) => other !== tag));
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys belong to the input method while it composes a character.
    if (event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      // They save the form, and with it what is typed here.
      if (event.key === 'Enter') add(typed);
      return;
    }
    const count = completions.length;
    const isTaking = event.key === 'Enter' || (event.key === 'Tab' && completions[active]);
    if (isTaking || (event.key === ',' && typed.trim() !== '')) {
      add(completions[active] ?? typed);
    } else if (event.key === 'ArrowDown' && isOpen) {
      setActive(active + 1 < count ? active + 1 : -1);
    } else if (event.key === 'ArrowUp' && isOpen) {
      setActive(active < 0 ? count - 1 : active - 1);
    } else if (event.key === 'ArrowDown') {
      setList('asked for');
    } else if (event.key === 'Escape' && (typed !== '' || isOpen)) {
      // First the list, then the word; only an empty field leaves Escape to what is around it.
      if (isOpen) setList('closed');
      else type('');
      event.stopPropagation();
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      remove(tags.at(-1) as string);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <div class="tag-input">
      <label class={isLabelHidden ? 'visually-hidden' : 'tag-input-label'} for={`${id}-field`}>
        {label ?? say('tags')}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field itself is there for keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div
        class="tag-input-box"
        onClick={(e) => e.target === e.currentTarget && field.current?.focus()}
      >
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onRemove={() => remove(tag)} />
        ))}
        <input
          ref={field}
          id={`${id}-field`}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 && isOpen ? optionIdOf(id, active) : undefined}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder={tags.length === 0 ? say('tagPlaceholder') : undefined}
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed)}
        />
      </div>
      <TagOptions id={id} tags={completions} active={active} onTake={add} />
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </div>
  );
}

function isSameTag(tag: string, typed: string): boolean {
  return tagKeyOf(tag) === tagKeyOf(toTags([typed])[0] ?? '');
}
