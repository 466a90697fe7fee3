import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { type ColourNames, nameOf } from './colour-name.ts';
import { element } from './element.ts';
import type { ToolbarButton } from './toolbar.ts';

export interface ColourButtonsProps {
  colourNames: ColourNames;
  /** The colour a highlight has; absent where nothing is marked yet. */
  colour?: Colour;
  onColour: (colour: Colour) => void;
}

/** A button for each colour: a patch with its kind of underline, as on the page. Keys 1 to 5. */
export function listColourButtons({
  colourNames,
  colour,
  onColour,
}: ColourButtonsProps): ToolbarButton[] {
  return COLOURS.map((choice, index) => {
    const label = nameOf(choice, colourNames);
    const own = nameOf(choice);
    return {
      label,
      title: label === own ? own : `${label} – ${own}`,
      key: String(index + 1),
      icon: element('span', { class: 'swatch', 'data-colour': choice, 'aria-hidden': 'true' }),
      ...(colour && { pressed: choice === colour }),
      act: () => onColour(choice),
    };
  });
}
