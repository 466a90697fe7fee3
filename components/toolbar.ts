import { say } from '../lib/language/say.ts';
import { element, iconOf, keepSelection } from './element.ts';
import { rove } from './roving.ts';

/*
 * What Waymark shows on the blog's own page. A page can read text out of a shadow root, so these
 * views show no words of the reader's; names that the reader gave to colours are attributes.
 * `on-page.css` is not imported here; it goes into the shadow root as a string.
 */

/** A view on the page, and what its keys do while it shows: the focus stays in the page meanwhile. */
export interface OnPageView {
  element: HTMLElement;
  keys: Readonly<Record<string, () => void>>;
}

export interface ToolbarButton {
  /** What it is called by whoever cannot see it. */
  label: string;
  /** More than the label says, for the mouse. */
  title?: string;
  key?: string;
  icon: string | Node;
  /** Absent where it is no state, but something to do. */
  pressed?: boolean;
  act: () => void;
}

/** Buttons in groups, which stay together when the window is narrow. One stop for Tab. */
export function createToolbar(groups: readonly (readonly ToolbarButton[])[]): OnPageView {
  const toolbar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Waymark', mousedown: keepSelection },
    ...groups.map((buttons) => element('div', { class: 'group' }, ...buttons.map(toButton))),
  );
  rove(toolbar);
  return {
    element: toolbar,
    keys: Object.fromEntries(groups.flat().flatMap(({ key, act }) => (key ? [[key, act]] : []))),
  };
}

/** A key as people write it, where that is not how the standard does. */
function toWritten(key: string): string {
  if (key === 'Delete') return say('keyDel');
  return key === 'Escape' ? 'Esc' : key;
}

function toButton({ label, title = label, key, icon, pressed, act }: ToolbarButton): HTMLElement {
  return element(
    'button',
    {
      type: 'button',
      title: key ? `${title} (${toWritten(key)})` : title,
      'aria-label': label,
      'aria-keyshortcuts': key,
      'aria-pressed': pressed === undefined ? undefined : String(pressed),
      click: act,
    },
    typeof icon === 'string' ? iconOf(icon) : icon,
  );
}
