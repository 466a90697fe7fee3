import { listBodies } from '../../lib/blog/post-body.ts';
import { hear } from './hear.ts';

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

/** Changes within this time are looked at together, and a post is read when it has rested. Milliseconds. */
const QUIET = 100;
/** But a post that never rests is read too. Milliseconds. */
const LONGEST = 2000;
/** Between two glances at a page on which nothing is done. Milliseconds. */
const GLANCE = 1000;

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
  /** Where in posts something changed since they were last read. */
  let changed = new Set<Node>();
  let isMoving = false;
  /** Since when there is a reason to read the posts again. */
  let since: number | undefined;
  let address = '';
  let isLooking = false;
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interval: ReturnType<typeof setInterval> | undefined;

  const schedule = () => {
    isAsked = true;
    if (!isLooking && !signal.aborted) timer ??= setTimeout(look, QUIET);
  };
  const inPosts = new MutationObserver((records) => {
    for (const { target } of records) changed.add(target);
    isMoving = true;
    schedule();
  });
  // That something happened is all there is to know of the rest: until it was looked at, no more.
  const anywhere = new MutationObserver(() => {
    anywhere.disconnect();
    schedule();
  });
  /** See what posts there are, and whether they are others than before. */
  const observe = () => {
    anywhere.observe(document, { childList: true, subtree: true });
    const before = bodies;
    bodies = listBodies(document);
    for (const body of bodies) {
      inPosts.observe(body, { childList: true, characterData: true, subtree: true });
    }
    return bodies.length !== before.length || bodies.some((body, at) => body !== before[at]);
  };

  const read = async () => {
    const places = Array.from(changed);
    changed = new Set();
    since = undefined;
    address = document.location.href;
    try {
      await onChange((element) => places.some((place) => element.contains(place)));
      onChanged();
    } catch (error) {
      console.warn('Waymark:', error);
    }
  };
  const look = async () => {
    timer = undefined;
    isLooking = true;
    isAsked = false;
    const now = Date.now();
    const isOther = observe() || document.location.href !== address;
    const wasMoving = isMoving;
    isMoving = false;
    if (isOther || wasMoving) since ??= now;
    if (since !== undefined && (!wasMoving || now - since > LONGEST)) await read();
    isLooking = false;
    if (isAsked || since !== undefined) schedule();
  };
  const glance = () => {
    onGlance();
    if (document.location.href !== address) schedule();
  };
  /** In a page that nobody sees nothing has to be right, and no clock ticks. */
  const tick = () => {
    clearInterval(interval);
    if (document.hidden) return;
    glance();
    interval = setInterval(glance, GLANCE);
  };

  hear(document, ['visibilitychange'], tick, signal);
  hear(document, ['scroll', 'pointerdown', 'focusin'], glance, signal);
  hear(document.defaultView, ['popstate'], glance, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearInterval(interval);
    inPosts.disconnect();
    anywhere.disconnect();
  });
  const first = look();
  tick();
  return first;
}
