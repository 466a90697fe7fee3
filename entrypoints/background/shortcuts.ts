import browser from 'webextension-polyfill';
import type { ShortcutSection } from '../../components/shortcut-list.ts';
import { type MessageName, say } from '../../lib/language/say.ts';

/** Keys, and what they do. */
type Rows = readonly (readonly [keys: string, does: MessageName])[];

/** What the keys do on a page of the blog, by where they do it. */
const ON_PAGE: readonly (readonly [title: MessageName, rows: Rows])[] = [
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
  [
    'shortcutsEditor',
    [
      ['Ctrl/⌘ + Enter', 'save'],
      ['Esc', 'cancel'],
    ],
  ],
];

/** All keys there are, those of the browser's commands as the reader has set them. */
export async function listShortcuts(): Promise<ShortcutSection[]> {
  const commands = await browser.commands.getAll();
  return [
    ...ON_PAGE.map(([title, rows]) => ({
      title: say(title),
      rows: rows.map(([keys, does]) => [keys, say(does)] as const),
    })),
    {
      title: say('shortcutsBrowser'),
      rows: commands.map(
        // The popup's own command has no words from us.
        ({ shortcut, description }) =>
          [shortcut || '–', description || say('commandPopup')] as const,
      ),
    },
  ];
}
