import { type MessageName, say } from '../lib/language/say.ts';
import { CLOSE } from './drawings.ts';
import { element, iconOf } from './element.ts';

/** A command of the browser's, which the reader can give other keys there. */
export interface CommandKeys {
  /** What it does, as the browser's own list says it. */
  description: string;
  /** Its keys as the browser writes them; empty when it has none. */
  shortcut: string;
}

/** What the keys do, by where they do it. Keys are those of the toolbars and of the reading mode. */
const SECTIONS: readonly (readonly [MessageName, readonly (readonly [string, MessageName])[]])[] = [
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

/** All keys, as a dialog. */
export function createShortcutList(commands: readonly CommandKeys[]): HTMLDialogElement {
  const dialog = element('dialog', { class: 'shortcuts', 'aria-labelledby': 'shortcuts-title' });
  const close = element(
    'button',
    {
      type: 'button',
      'aria-label': say('close'),
      title: say('close'),
      click: () => dialog.close(),
    },
    iconOf(CLOSE),
  );
  dialog.append(
    element('h2', { id: 'shortcuts-title' }, say('shortcutList')),
    close,
    ...SECTIONS.map(([title, rows]) =>
      toSection(
        title,
        rows.map(([keys, does]) => [keys, say(does)]),
      ),
    ),
    toSection(
      'shortcutsBrowser',
      commands.map(({ description, shortcut }) => [shortcut || '–', description]),
    ),
    element('p', {}, say('shortcutsChange')),
  );
  return dialog;
}

function toSection(title: MessageName, rows: (readonly [string, string])[]): HTMLElement {
  return element(
    'section',
    {},
    element('h3', {}, say(title)),
    element(
      'dl',
      {},
      ...rows.map(([keys, does]) =>
        element('div', {}, element('dt', {}, element('kbd', {}, keys)), element('dd', {}, does)),
      ),
    ),
  );
}
