import type { Colour } from '../lib/annotation/colour.ts';

/**
 * A letter or two marked in a colour, with its kind of underline. They are drawn by the style sheet:
 * the control around has a name, of which they are no part.
 */
export function ColourSwatch({ colour }: { colour: Colour }) {
  return <span class="swatch" data-colour={colour} aria-hidden="true" />;
}
