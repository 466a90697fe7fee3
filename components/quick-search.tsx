import './quick-search.css';
import { say } from '../lib/language/say.ts';
import { DrawnIcon } from './icons.tsx';
import { SEARCH } from './page-drawings.ts';

export interface QuickSearchProps {
  query: string;
  onQuery: (query: string) => void;
  /** The reader is about to type. */
  onFocus: () => void;
  /** The reader wants all there is, in the library. */
  onEnter: () => void;
}

/** Where one searches everything while typing. What is found stands elsewhere: `SearchResults`. */
export function QuickSearch({ query, onQuery, onFocus, onEnter }: QuickSearchProps) {
  return (
    <search class="quick-search">
      <DrawnIcon d={SEARCH} />
      <input
        type="search"
        aria-label={say('search')}
        placeholder={say('search')}
        autocomplete="off"
        enterkeyhint="search"
        spellcheck={false}
        value={query}
        onFocus={onFocus}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            onEnter();
          } else if (event.key === 'Escape' && query !== '') {
            // First what was typed goes; only then may Escape close what is around the field.
            event.preventDefault();
            event.stopPropagation();
            onQuery('');
          }
        }}
      />
    </search>
  );
}
