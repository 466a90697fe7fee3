import { listBodies } from '../../lib/blog/post-body.ts';
import { findClosest, listElements, matches } from '../../lib/blog/safe-dom.ts';

/** What may happen to a page. */
export interface PageEvents {
  /**
   * Posts may have come, gone or changed, or the page may show another post under another
   * address: with a test for whether something inside an element changed. Not called again before
   * it is done.
   */
  onChange(changed: (element: Element) => boolean): Promise<void>;
  /** After every such change: what was found is known. */
  onChanged(): void;
  /** A moment to look whether all is still there. It comes often: what is done must be cheap. */
  onGlance(): void;
}

/** Changes that follow each other this closely are looked at together. Milliseconds. */
const QUIET = 200;
/** But a page that never rests is looked at too. Milliseconds. */
const LONGEST = 2000;
/** Between two glances at a page on which nothing is done. Milliseconds. */
const GLANCE = 1000;

/** What a post's body is inside of, or has on it, wherever it may come from: see `listBodies`. */
const BODY = '.post-body, [id^="post-body-"], [itemprop~="articleBody"], .entry-content';

/**
 * Look at the posts of a page now, and whenever the page's own scripts may have changed them,
 * until the signal aborts: some templates put a post's body in late or rewrite it, some show one
 * post after another in the same document. What pages do elsewhere costs next to nothing.
 *
 * The promise is that of the first look.
 */
export function watchPage(
  document: Document,
  { onChange, onChanged, onGlance }: PageEvents,
  signal: AbortSignal,
): Promise<void> {
  let bodies: readonly Element[] = [];
  let places = new Set<Node>();
  let address = document.location.href;
  let looking = false;
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interval: ReturnType<typeof setInterval> | undefined;

  const look = async () => {
    const changed = places;
    places = new Set();
    since = undefined;
    address = document.location.href;
    looking = true;
    try {
      await onChange((element) => Array.from(changed).some((place) => element.contains(place)));
      onChanged();
    } catch (error) {
      console.warn('Waymark: the page could not be read', error);
    }
    looking = false;
    if (signal.aborted) return;
    observe();
    if (since !== undefined) schedule();
  };
  const schedule = () => {
    const now = Date.now();
    since ??= now;
    clearTimeout(timer);
    if (!looking) timer = setTimeout(look, Math.max(Math.min(QUIET, since + LONGEST - now), 0));
  };
  const glance = () => {
    onGlance();
    if (document.location.href !== address) schedule();
  };

  const observer = new MutationObserver((records) => {
    const concerning = records.filter(concernsPost);
    for (const { target } of concerning) places.add(target);
    if (concerning.length > 0 || bodies.some((body) => !body.isConnected)) schedule();
  });
  /** Words that change are heard of inside of posts only; elements everywhere, for late posts. */
  const observe = () => {
    bodies = listBodies(document);
    observer.observe(document, { childList: true, subtree: true });
    for (const body of bodies) {
      observer.observe(body, { childList: true, characterData: true, subtree: true });
    }
  };
  /** In a page that nobody sees nothing has to be right, and no clock ticks. */
  const tick = () => {
    clearInterval(interval);
    if (document.hidden) return;
    glance();
    interval = setInterval(glance, GLANCE);
  };

  const listening = { capture: true, passive: true, signal };
  document.addEventListener('visibilitychange', tick, listening);
  for (const type of ['scroll', 'pointerdown', 'focusin'] as const) {
    document.addEventListener(type, glance, listening);
  }
  document.defaultView?.addEventListener('popstate', glance, listening);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearInterval(interval);
    observer.disconnect();
  });
  observe();
  tick();
  return look();
}

function concernsPost({ target, addedNodes }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  return (
    (element && findClosest(element, BODY) !== undefined) || Array.from(addedNodes).some(holdsPost)
  );
}

function holdsPost(node: Node): boolean {
  return node instanceof Element && (matches(node, BODY) || listElements(node, BODY).length > 0);
}
