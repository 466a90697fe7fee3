import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';

/** What the reader calls colours, such as "disagree"; a colour that is left out has its own name. */
export type ColourNames = Partial<Record<Colour, string>>;

const NAMES = ['colourYellow', 'colourGreen', 'colourBlue', 'colourPink', 'colourPurple'] as const;

/** What a colour is called: by the reader, or else by everyone. */
export function nameOf(colour: Colour, names: ColourNames = {}): string {
  return names[colour] ?? say(NAMES[COLOURS.indexOf(colour)] ?? 'colourYellow');
}
