import './search-field.css';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { CloseIcon, DrawnIcon } from './icons.tsx';

/** A lens. */
const LENS = 'M8.8 3.2a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 0 1 0-11.2M13 13l4 4';

export interface SearchFieldProps {
  query: string;
  /** Every key. */
  onQuery: (query: string) => void;
  /** Sentences about what of the query was not understood. */
  hints: readonly string[];
  field?: Ref<HTMLInputElement> | undefined;
}

/** Where notes are searched, as one types. */
export function SearchField({ query, onQuery, hints, field }: SearchFieldProps) {
  const id = useId();
  return (
    <search class="search-field">
      <label class="visually-hidden" for={`${id}-field`}>
        {say('searchLabel')}
      </label>
      <div class="search-field-box">
        <DrawnIcon d={LENS} size={20} />
        <input
          ref={field ?? null}
          id={`${id}-field`}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={say('searchPlaceholder')}
          aria-describedby={hints.length > 0 ? `${id}-hints` : undefined}
          value={query}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        />
        {query !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={say('searchClear')}
            title={say('searchClear')}
            onClick={(event) => {
              // The button goes with what it clears: the focus must not.
              event.currentTarget.parentElement?.querySelector('input')?.focus();
              onQuery('');
            }}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      {hints.length > 0 && (
        <ul class="plain-list search-hints" id={`${id}-hints`}>
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
    </search>
  );
}
