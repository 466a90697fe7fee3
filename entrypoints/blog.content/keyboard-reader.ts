import { COLOURS } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import type { PostFinder } from '../../lib/blog/post-finder.ts';
import type { Painter, PaintStyle } from '../../lib/highlight/painter.ts';
import { say, sayCount } from '../../lib/language/say.ts';
import type { KeyboardBar } from './keyboard-bar.ts';
import { createSentenceCursor, type SentenceCursor } from './keyboard-cursor.ts';
import { createKeyboardHighlights, type KeyboardHighlightServices } from './keyboard-highlights.ts';
import { isInSight, scrollToPassage } from './scroll.ts';

/** Reading the posts of a page, and working on its highlights, by keyboard alone. */
export interface KeyboardReader {
  /** Begin at the top of the window, or leave. */
  toggle(): void;
  /** Go to the next highlight of the page, or to the previous one. */
  stepHighlight(step: 1 | -1): void;
  /** Do what a key does. False when it does nothing, as no key does before the beginning. */
  press(key: string, shift: boolean): boolean;
  /** The page has changed: read it again. */
  refresh(): void;
}

export interface KeyboardServices extends KeyboardHighlightServices {
  document: Document;
  finder: Pick<PostFinder, 'findPosts'>;
  painter: Painter;
  bar: KeyboardBar;
  onShortcuts: () => void;
}

/** The style of what is marked; see keyboard-cursor.css. */
const MARK: PaintStyle = 'wm-z';

export function createKeyboardReader(services: KeyboardServices): KeyboardReader {
  const { document, finder, painter, toolbar, bar, onShortcuts } = services;
  const highlights = createKeyboardHighlights(services);
  let cursor: SentenceCursor | undefined;

  const createCursor = () =>
    createSentenceCursor(
      finder.findPosts(document, document.location.href).map(({ body }) => body),
    );
  const paint = () => painter.paint(MARK, cursor ? [highlights.markOf(cursor)] : []);
  const show = (range: Range, words: string) => {
    paint();
    if (!isInSight(document, range)) scrollToPassage(document, range);
    bar.say(words);
  };

  const begin = () => {
    cursor = createCursor();
    if (cursor) bar.open();
    else bar.say(say('noPostHere'));
    return cursor;
  };
  const leave = () => {
    cursor = undefined;
    highlights.leave();
    paint();
    toolbar.hide();
    bar.close();
  };

  const move = (step: 1 | -1) => (at: SentenceCursor, shift: boolean) => {
    highlights.leave();
    const moved = at.move(step, shift);
    const { range, text } = at.head();
    if (!moved) return bar.say(say('noMoreSentences'));
    show(range, at.size > 1 ? sayCount('sentences', at.size, text) : text);
  };
  const step = (by: 1 | -1) => (at: SentenceCursor) => {
    const words = highlights.step(at, by);
    show(highlights.markOf(at), words);
  };
  const work = (act: (at: SentenceCursor) => string) => (at: SentenceCursor) => {
    const words = act(at);
    paint();
    if (words) bar.say(words);
  };

  const annotate = (kind: Kind) => work((at) => highlights.annotate(at, kind));
  const remove = work(highlights.remove);
  const acts: Readonly<Record<string, (at: SentenceCursor, shift: boolean) => void>> = {
    j: move(1),
    ArrowDown: move(1),
    k: move(-1),
    ArrowUp: move(-1),
    ']': step(1),
    '[': step(-1),
    h: annotate('highlight'),
    n: annotate('comment'),
    q: annotate('question'),
    a: annotate('action'),
    c: work(highlights.copy),
    Enter: work(highlights.open),
    Delete: remove,
    // What the key is called on keyboards that have no other.
    Backspace: remove,
    '?': onShortcuts,
    Escape: leave,
    ...Object.fromEntries(
      COLOURS.map((_, index) => [index + 1, work((at) => highlights.colour(at, index + 1))]),
    ),
  };

  return {
    toggle() {
      if (cursor) return leave();
      const head = begin()?.head();
      if (head) show(head.range, say('readingOn', head.text));
    },
    stepHighlight(by) {
      const at = cursor ?? begin();
      if (at) step(by)(at);
    },
    press(key, shift) {
      const act = cursor && acts[key.length === 1 ? key.toLowerCase() : key];
      if (cursor) act?.(cursor, shift);
      return act !== undefined;
    },
    refresh() {
      if (!cursor) return;
      const { range } = cursor.head();
      cursor = createCursor();
      if (!cursor) return leave();
      if (range.startContainer.isConnected) cursor.moveTo(range);
      paint();
    },
  };
}
