/** Something of Waymark's that floats over the page, beside a passage, in a shadow root. */
export interface Floating {
  readonly root: ShadowRoot;
  /** Put it in the page, beside what `anchor` answers whenever the page scrolls or is resized. */
  show(anchor: () => DOMRect | undefined): void;
  /**
   * Take its element out of the page: while nothing shows, the page has nothing of ours. The focus
   * goes back to where it was before it came here.
   */
  hide(): void;
  readonly shown: boolean;
  /** Whether an event, seen from the page, happened inside. */
  owns(event: Event): boolean;
}

/** Distance from the passage and from the edges of the window, in CSS pixels. */
const GAP = 8;

/**
 * A floating element, hidden at first. The shadow root is closed, which keeps the page's scripts
 * and styles from meddling by accident; it keeps nothing secret, so only buttons go into it.
 */
export function createFloating(document: Document, css: string, signal: AbortSignal): Floating {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  let anchor: () => DOMRect | undefined = () => undefined;
  let before: Element | null = null;

  const setStyles = (styles: Record<string, string>) => {
    for (const [name, value] of Object.entries(styles)) {
      host.style.setProperty(name, value, 'important');
    }
  };
  const place = () => {
    if (!host.isConnected) return;
    const rect = anchor();
    if (!rect) return;
    const view = document.documentElement;
    const { width, height } = host.getBoundingClientRect();
    const below = rect.bottom + GAP;
    const above = rect.top - GAP - height;
    const top = below + height <= view.clientHeight || above < GAP ? below : above;
    setStyles({
      left: `${clamp(rect.left, GAP, view.clientWidth - width - GAP)}px`,
      top: `${clamp(top, GAP, view.clientHeight - height - GAP)}px`,
    });
  };

  const hide = () => {
    const hadFocus = document.activeElement === host;
    host.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  signal.addEventListener('abort', hide);
  const { defaultView: window } = document;
  window?.addEventListener('scroll', place, { capture: true, passive: true, signal });
  window?.addEventListener('resize', place, { passive: true, signal });

  return {
    root,
    show(to) {
      anchor = to;
      setStyles({
        all: 'initial',
        position: 'fixed',
        'z-index': '2147483647',
        left: '0',
        top: '0',
      });
      if (!host.isConnected) {
        before = document.activeElement;
        document.documentElement.append(host);
      }
      place();
    },
    hide,
    get shown() {
      return host.isConnected;
    },
    owns: (event) => event.composedPath().includes(host),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Where a passage ends on the screen: the rectangle of its last line. */
export function lastLineOf(range: Range): DOMRect | undefined {
  return Array.from(range.getClientRects()).findLast(({ width }) => width > 0);
}
