import type { Commands } from 'webextension-polyfill';
import type { ShortcutSection } from '../../components/shortcut-list.ts';
import { type MessageName, say } from '../../lib/language/say.ts';
import { listCommands, toKeyNames } from './list-commands.ts';

/** Keys, and what they do. */
type Rows = readonly (readonly [keys: string, does: MessageName])[];

/** By where the keys are heard. */
type Sections = readonly (readonly [title: MessageName, rows: Rows])[];

/** What the keys do on a page of the blog, by where they do it. */
const ON_PAGE: Sections = [
  [
    'shortcutsPassage',
    [
      ['h', 'highlight'],
      ['1 – 5', 'shortcutColour'],
      ['n', 'shortcutNote'],
      ['q', 'shortcutQuestion'],
      ['a', 'shortcutAction'],
      ['d', 'shortcutDone'],
      ['c', 'copyQuote'],
      ['Del', 'shortcutDelete'],
      ['u', 'undo'],
      ['Esc', 'close'],
      ['?', 'shortcutList'],
    ],
  ],
  [
    'shortcutsReading',
    [
      ['j ↓', 'shortcutNext'],
      ['k ↑', 'shortcutPrevious'],
      ['Shift + ↓ ↑', 'shortcutExtend'],
      ['] [', 'shortcutStep'],
      ['Enter', 'shortcutOpen'],
      ['Esc', 'shortcutLeave'],
    ],
  ],
];

const IN_LIBRARY: Sections = [
  [
    'shortcutsLibrary',
    [
      ['j', 'shortcutNextNote'],
      ['k', 'shortcutPreviousNote'],
      ['e', 'shortcutNote'],
      ['o', 'openInPost'],
      ['x', 'shortcutSelect'],
      ['Shift + x', 'shortcutSelectRange'],
      ['Ctrl/⌘ + a', 'shortcutSelectAll'],
      ['# Del', 'delete'],
      ['Esc', 'bulkClear'],
      ['Ctrl/⌘ + z', 'undo'],
      ['?', 'shortcutList'],
    ],
  ],
];

const IN_NOTES: Sections = [
  [
    'shortcutsSearch',
    [
      ['Enter', 'searchLibrary'],
      ['Esc', 'searchClear'],
    ],
  ],
  [
    'shortcutsNotes',
    [
      ['Ctrl/⌘ + z', 'undo'],
      ['?', 'shortcutList'],
    ],
  ],
];

const IN_EDITOR: Sections = [
  [
    'shortcutsEditor',
    [
      ['Ctrl/⌘ + Enter', 'save'],
      ['Esc', 'cancel'],
    ],
  ],
];

/** Where a reader asks for the keys: on the blog, in the library, or in popup and side panel. */
export type Place = 'page' | 'library' | 'notes';

const PLACES: Readonly<Record<Place, Sections>> = {
  page: ON_PAGE,
  library: IN_LIBRARY,
  notes: IN_NOTES,
};

/** All keys of a place, those of the browser's commands as the reader has set them. */
export async function listShortcuts(place: Place): Promise<ShortcutSection[]> {
  const commands = (await listCommands()).filter(({ shortcut }) => shortcut);
  return [
    ...[...PLACES[place], ...IN_EDITOR].map(([title, rows]) => ({
      title: say(title),
      rows: rows.map(([keys, does]) => [toKeyNames(keys), say(does)] as const),
    })),
    ...(commands.length > 0 ? [{ title: say('shortcutsBrowser'), rows: commands.map(toRow) }] : []),
  ];
}

/** Those that are shown on a page of the blog. */
export const listPageShortcuts = () => listShortcuts('page');

function toRow({ shortcut = '', description = '' }: Commands.Command): readonly [string, string] {
  return [shortcut, description];
}
