/**
 * Waymark's one element in the page, beside its head and body, with all that Waymark shows there in
 * a shadow root. It is there while any part of it is, and then the page has nothing of ours.
 *
 * The root is closed, which keeps the page's scripts and styles from meddling by accident. It keeps
 * no text secret, so nothing the reader wrote is text in it.
 */
export interface Stage {
  /** Put a part in the page. */
  show(part: HTMLElement): void;
  /** Take it out again. A focus that is in it goes back to where it was before the part came. */
  hide(part: HTMLElement): void;
  isShown(part: HTMLElement): boolean;
  /** Whether the focus is in a part. */
  hasFocus(part: HTMLElement): boolean;
  /** Whether an event, seen from the page, happened inside. */
  owns(event: Event): boolean;
  /** Put back what the page has thrown out. */
  repair(): void;
}

/** It has no size and no colour, and stands where the document begins. */
const HOST_STYLE =
  'all:initial!important;color-scheme:light dark!important;position:absolute!important;' +
  'left:0!important;top:0!important;z-index:2147483647!important';

/** How long a script that takes over may find what showed; see `clearLeftovers`. Milliseconds. */
const FOUND = 5000;

export function createStage(document: Document, css: string, signal: AbortSignal): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  const before = new Map<HTMLElement, Element | null>();

  const repair = () => {
    if (before.size > 0 && !host.isConnected) document.documentElement.append(host);
  };
  const hasFocus = (part: HTMLElement) =>
    root.activeElement !== null && part.contains(root.activeElement);
  host.style.cssText = HOST_STYLE;
  signal.addEventListener('abort', () => {
    host.style.setProperty('display', 'none', 'important');
    setTimeout(() => host.remove(), FOUND);
  });

  return {
    show(part) {
      if (!before.has(part)) {
        before.set(part, root.activeElement ?? document.activeElement);
        root.append(part);
      }
      repair();
    },
    hide(part) {
      const back = hasFocus(part) && before.get(part);
      before.delete(part);
      part.remove();
      if (before.size === 0) host.remove();
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    },
    isShown: (part) => before.has(part),
    hasFocus,
    owns: (event) => event.composedPath().includes(host),
    repair,
  };
}
