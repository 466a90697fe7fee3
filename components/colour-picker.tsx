import './colour-picker.css';
import { useId } from 'preact/hooks';
import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { ColourSwatch, nameOf } from './colour-swatch.tsx';

export interface ColourPickerProps {
  colour: Colour;
  onColour: (colour: Colour) => void;
}

/** The five colours, of which a passage has one. */
export function ColourPicker({ colour, onColour }: ColourPickerProps) {
  const name = useId();
  return (
    <fieldset class="colour-picker">
      <legend class="visually-hidden">Colour</legend>
      {COLOURS.map((choice) => (
        <label key={choice} title={nameOf(choice)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            aria-label={nameOf(choice)}
            checked={choice === colour}
            onChange={() => onColour(choice)}
          />
          <ColourSwatch colour={choice} />
        </label>
      ))}
    </fieldset>
  );
}
