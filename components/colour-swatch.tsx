import type { Colour } from '../lib/annotation/colour.ts';

/**
 * A letter or two marked in a colour, with its kind of underline. The control around it has the
 * name; the letters come from the style sheet, since they are no words.
 */
export function ColourSwatch({ colour }: { colour: Colour }) {
  return <span class="swatch" data-colour={colour} aria-hidden="true" />;
}
