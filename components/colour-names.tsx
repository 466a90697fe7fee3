import './colour-names.css';
import './colours.css';
import { useId, useRef, useState } from 'preact/hooks';
import { COLOURS } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { type ColourNames as Names, nameOf } from './colour-name.ts';
import { UndoIcon } from './icons.tsx';

export interface ColourNamesProps {
  /** The names given so far. What is typed is kept here, and not overwritten by what is stored. */
  names: Names;
  /** How long a name may be. UTF-16 units. */
  longest: number;
  /** Every change that makes a difference, without the spaces around a name. */
  onNames: (names: Names) => void;
}

/** A field for the name of each colour, with the name written in it. */
export function ColourNames({ names: initially, longest, onNames }: ColourNamesProps) {
  const [typed, setTyped] = useState(initially);
  /** What the names were that were reset last. */
  const [before, setBefore] = useState<Names>();
  const reset = useRef<HTMLButtonElement>(null);
  const id = useId();
  const names = trimmed(typed);

  function change(next: Names) {
    setTyped(next);
    onNames(trimmed(next));
  }

  return (
    <div class="colour-names">
      <p>{say('coloursIntro')}</p>
      <ul class="plain-list colour-names-list">
        {COLOURS.map((colour) => (
          <li key={colour} class="colour-names-row">
            <label for={`${id}-${colour}`}>{nameOf(colour)}</label>
            <input
              id={`${id}-${colour}`}
              class="field"
              type="text"
              autocomplete="off"
              maxLength={longest}
              value={typed[colour] ?? ''}
              onInput={({ currentTarget }) => change({ ...typed, [colour]: currentTarget.value })}
            />
            <span class="colour-names-preview" aria-hidden="true">
              <span class="swatch" data-colour={colour}>
                {nameOf(colour, names)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div class="colour-names-foot">
        <button
          ref={reset}
          type="button"
          class="button"
          aria-disabled={Object.keys(names).length === 0}
          onClick={() => {
            if (Object.keys(names).length === 0) return;
            setBefore(names);
            change({});
          }}
        >
          {say('coloursReset')}
        </button>
        {before && (
          <button
            type="button"
            class="button"
            onClick={() => {
              // The button goes with what it undoes: the focus must not.
              reset.current?.focus();
              setBefore(undefined);
              // Names that were given since stay.
              change({ ...before, ...names });
            }}
          >
            <UndoIcon /> {say('undo')}
          </button>
        )}
      </div>
    </div>
  );
}

function trimmed(names: Names): Names {
  return Object.fromEntries(
    Object.entries(names)
      .map(([colour, name]) => [colour, name.trim()] as const)
      .filter(([, name]) => name !== ''),
  );
}
