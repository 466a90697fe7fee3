import type { Colour } from '../lib/annotation/colour.ts';
import { type MessageName, say } from '../lib/language/say.ts';

const NAMES: Record<Colour, MessageName> = {
  yellow: 'colourYellow',
  green: 'colourGreen',
  blue: 'colourBlue',
  pink: 'colourPink',
  purple: 'colourPurple',
};

/** What the reader calls a colour: by the name they gave it, or by its own. */
export function toColourName(colour: Colour, given: Partial<Record<Colour, string>> = {}): string {
  return given[colour] || say(NAMES[colour]);
}
