import './filter-bar.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { Menu, type MenuItem, MenuItems } from './menu.tsx';
import { SearchHelp } from './search-help.tsx';

/** Something to filter by. */
export interface Filter {
  key: string;
  /** What it is called: “Colour”. */
  label: string;
  /** What is chosen, as the reader reads it. */
  chosen?: string | undefined;
  items: readonly MenuItem[];
  onClear: () => void;
  /** A further thing to do, at the end. */
  more?: { label: string; onChoose: () => void } | undefined;
}

/** A way to arrange, of several. */
export interface Arrangement {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

export interface FilterBarProps {
  filters: readonly Filter[];
  arrangements: readonly Arrangement[];
  /** What was found, as a sentence; undefined while it is being looked for. */
  status: string | undefined;
  /** What can be done with all of it. */
  children?: ComponentChildren;
}

/** What is shown of the notes, and how they are arranged. */
export function FilterBar({ filters, arrangements, status, children }: FilterBarProps) {
  return (
    <div class="filter-bar">
      <div class="filter-bar-row">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out beside others */}
        <div class="filter-bar-part" role="group" aria-label={say('filters')}>
          {filters.map((filter) => (
            <FilterMenu {...filter} />
          ))}
        </div>
        <SearchHelp />
      </div>
      <div class="filter-bar-row">
        <p class="filter-bar-status" role="status">
          {status}
        </p>
        <div class="filter-bar-part">
          {arrangements.map((arrangement) => (
            <ArrangementSelect key={arrangement.label} {...arrangement} />
          ))}
          {children}
        </div>
      </div>
    </div>
  );
}

function FilterMenu({ label, chosen, items, onClear, more }: Filter) {
  const all: MenuItem[] = [
    ...(chosen ? [{ key: 'clear', label: say('filterAny'), onChoose: onClear }] : []),
    ...items,
    ...(more ? [{ key: 'more', label: more.label, isApart: true, onChoose: more.onChoose }] : []),
  ];
  return (
    <Menu label={chosen ? say('filterChosen', label, chosen) : label} isOn={chosen !== undefined}>
      {all.length > 0 ? (
        <MenuItems items={all} label={label} />
      ) : (
        <p class="soft filter-bar-none">{say('filterNone')}</p>
      )}
    </Menu>
  );
}

function ArrangementSelect({ label, value, options, onChange }: Arrangement) {
  const id = useId();
  return (
    <span class="filter-bar-select">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
