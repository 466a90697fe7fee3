import type { Point } from '../rig/floating.ts';
import { findPhrase, type PhrasePlace, readSelection } from './in-page.ts';
import type { Tab } from './tab.ts';
import { waitFor } from './wait.ts';

/** The reader's hand on a page: it points at words, drags over them, and holds Shift. */
export interface Hand {
  /** See `BlogPage`. */
  select(from: string, to?: string, within?: string): Promise<void>;
  selectByKeyboard(from: string, to?: string): Promise<void>;
  clickOn(phrase: string): Promise<void>;
  hover(phrase: string): Promise<void>;
  click(point: Point): Promise<void>;
}

/** No passage in a test is longer; a keyboard selection that goes on past it has lost its way. */
const MOST_PRESSES = 400;

export function createHand(tab: Tab): Hand {
  const find = (from: string, to: string, within = 'body'): Promise<PhrasePlace> =>
    waitFor(`“${from} … ${to}” on the page`, async () => {
      await tab.bringToFront();
      return tab.evaluate(findPhrase, { from, to, within });
    });
  const hasReached = async (to: string) =>
    toLetters(await tab.evaluate(readSelection, undefined)).endsWith(toLetters(to));
  const click = async (point: Point) => {
    await tab.bringToFront();
    await tab.moveMouse(point);
    await tab.mouseDown();
    await tab.mouseUp();
  };

  return {
    click,
    async clickOn(phrase) {
      const { first } = await find(phrase, phrase);
      await click(first);
    },
    async hover(phrase) {
      const { first } = await find(phrase, phrase);
      await tab.moveMouse(first, 4);
    },
    async select(from, to = from, within) {
      const { first, last } = await find(from, to, within);
      await tab.moveMouse(first);
      await tab.mouseDown();
      await tab.moveMouse(last, 8);
      // Whoever drags lets go when the selection has followed. Chromium may leave out the last steps
      // of a quick move, and looks again only when the mouse really moves: so it trembles.
      let tremble = 0;
      await waitFor(`the selection to reach “${to}”`, async () => {
        tremble = 1 - tremble;
        await tab.moveMouse({ x: last.x, y: last.y + tremble });
        return hasReached(to);
      });
      await tab.mouseUp();
    },
    async selectByKeyboard(from, to = from) {
      const { first } = await find(from, to);
      await click(first);
      for (let presses = 0; presses < MOST_PRESSES; presses++) {
        if (await hasReached(to)) return;
        await tab.press('Shift+ArrowRight');
      }
      throw new Error(`Shift and the arrow key never reached “${to}”`);
    },
  };
}

/** Browsers differ in what stands between two selected paragraphs. */
function toLetters(text: string): string {
  return text.replace(/\s/g, '');
}
