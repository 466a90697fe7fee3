import './colour-picker.css';
import { useId } from 'preact/hooks';
import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { type ColourNames, nameOf } from './colour-name.ts';
import { ColourSwatch } from './colour-swatch.tsx';

export interface ColourPickerProps {
  colour: Colour;
  /** What the reader calls them. */
  names?: ColourNames | undefined;
  onColour: (colour: Colour) => void;
}

/** The five colours, of which a passage has one. */
export function ColourPicker({ colour, names, onColour }: ColourPickerProps) {
  const name = useId();
  return (
    <fieldset class="colour-picker">
      <legend class="visually-hidden">{say('colour')}</legend>
      {COLOURS.map((choice) => (
        <label key={choice} title={nameOf(choice, names)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            aria-label={nameOf(choice, names)}
            checked={choice === colour}
            onChange={() => onColour(choice)}
          />
          <ColourSwatch colour={choice} />
        </label>
      ))}
    </fieldset>
  );
}
