/** The highlighters in the reader's hand, in the order they are offered. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;

/** A highlighter: the style class of a target (section 4.4 of the standard). */
export type Colour = (typeof COLOURS)[number];

/** The colour of a target that names none. */
export const DEFAULT_COLOUR: Colour = 'yellow';

/** The colour a target is marked in. */
export function colourOf({ styleClass }: { styleClass?: Colour }): Colour {
  return styleClass ?? DEFAULT_COLOUR;
}

/** The target in another colour. The default one is not written down. */
export function inColour<T extends { styleClass?: Colour }>(target: T, colour: Colour): T {
  const { styleClass: _, ...rest } = target;
  return (colour === DEFAULT_COLOUR ? rest : { ...rest, styleClass: colour }) as T;
}
