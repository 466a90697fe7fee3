/**
 * Where a content script leaves word for the next one: in its own world, which no page sees. A
 * name would lead to an element of the page that has it as its id; a symbol does not.
 */
const LIFETIME = Symbol.for('waymark');
const world = globalThis as { [LIFETIME]?: AbortController };

/**
 * How long a content script lives: until another one starts in its place, or it is told to end.
 *
 * It stands in for WXT's class of that name (see wxt.config.ts), which tells old scripts of new ones
 * by events on the document: a page could hear them and learn that Waymark is there, and make one
 * up to switch it off.
 */
export class ContentScriptContext {
  /** Aborted at the end of the script's life: listeners and timers hang on it. */
  readonly signal: AbortSignal;
  /** End it: the extension this script is of is gone, or another version of it has come. */
  readonly abort: () => void;

  constructor() {
    world[LIFETIME]?.abort();
    const controller = new AbortController();
    world[LIFETIME] = controller;
    this.signal = controller.signal;
    this.abort = () => controller.abort();
  }
}
