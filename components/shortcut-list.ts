import { say } from '../lib/language/say.ts';
import { CLOSE } from './drawings.ts';
import { element, iconOf } from './element.ts';

/** Keys that do something in one place. */
export interface ShortcutSection {
  /** Where that is. */
  title: string;
  /** The keys as people write them, and what they do. */
  rows: readonly (readonly [keys: string, does: string])[];
}

/** All keys, as a dialog. */
export function createShortcutList(sections: readonly ShortcutSection[]): HTMLDialogElement {
  const close = say('close');
  const dialog = element(
    'dialog',
    { class: 'shortcuts', 'aria-labelledby': 'title' },
    element('h2', { id: 'title' }, say('shortcutList')),
    element(
      'button',
      { type: 'button', 'aria-label': close, title: close, click: () => dialog.close() },
      iconOf(CLOSE),
    ),
    ...sections.map(({ title, rows }) =>
      element('section', {}, element('h3', {}, title), element('dl', {}, ...rows.map(toRow))),
    ),
    element('p', {}, say('shortcutsChange')),
  );
  return dialog;
}

function toRow([keys, does]: ShortcutSection['rows'][number]): HTMLElement {
  return element('div', {}, element('dt', {}, element('kbd', {}, keys)), element('dd', {}, does));
}
