import browser, { type Commands } from 'webextension-polyfill';
import { type MessageName, say } from '../../lib/language/say.ts';

/** What the browser hears, as one comes to need it; browsers list it by names nobody sees. */
const COMMANDS = [
  '_execute_action',
  'open-library',
  'highlight-selection',
  'note-selection',
  'question-selection',
  'action-selection',
  'next-highlight',
  'previous-highlight',
  'read-by-keyboard',
  'show-shortcuts',
];

/** What is written on keys in words. */
const KEYS: ReadonlyMap<string, MessageName> = new Map([
  ['Ctrl', 'keyCtrl'],
  ['Del', 'keyDel'],
  ['Enter', 'keyEnter'],
  ['Shift', 'keyShift'],
]);

/** Keys as they are written on the reader's keyboard. */
export function toKeyNames(keys: string): string {
  return keys.replace(/[A-Z][a-z]+/g, (key) => {
    const name = KEYS.get(key);
    return name ? say(name) : key;
  });
}

/** The browser's commands, in a sensible order and with words for each. */
export async function listCommands(): Promise<Commands.Command[]> {
  const commands = await browser.commands.getAll();
  const placeOf = ({ name = '' }: Commands.Command) => COMMANDS.indexOf(name);
  return commands
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ shortcut = '', description, ...command }) => ({
      ...command,
      shortcut: toKeyNames(shortcut),
      // The popup's own command has no words from us.
      description: description || say('commandPopup'),
    }));
}
