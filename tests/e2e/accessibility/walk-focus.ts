import type { Surface } from '../driver/surface.ts';
import { waitFor } from '../driver/wait.ts';
import { findCover, forgetFocus, readStop, type Stop, waitForFrame } from './in-view.ts';

/** No view has more to stop at; a focus that goes on past it has lost its way. */
const MOST_STOPS = 150;
/** Times that Tab may lead out of the view, to the browser's own controls, before it comes back. */
const MOST_OUTSIDE = 2;

/** Milliseconds within which what has the focus has been scrolled into sight. */
const SCROLLED = 1_000;

/** What was found on the way through a view with the Tab key. */
export interface Walk {
  stops: string[];
  problems: string[];
}

/** Both in one question, of which there are some thousand. */
const readStopAndCover = new Function(
  `const stop = (${readStop})(); return stop && { ...stop, cover: (${findCover})() };`,
) as () => (Stop & { cover?: string }) | undefined;

/** Press Tab until the focus has been everywhere, and look whether one can see where it is. */
export async function walkFocus(surface: Surface): Promise<Walk> {
  await surface.bringToFront();
  await surface.evaluate(forgetFocus);
  const stops: string[] = [];
  const problems: string[] = [];
  for (let outside = 0; outside < MOST_OUTSIDE && stops.length < MOST_STOPS; ) {
    await surface.pressOn('Tab');
    const stop = await surface.evaluate(readStopAndCover);
    if (stop?.isSeen) return { stops, problems };
    if (stop) {
      stops.push(stop.name);
      if (!stop.isShown) problems.push(`${stop.name} does not show that it has the focus`);
      const cover = stop.cover && (await findLastingCover(surface));
      if (cover) problems.push(`${stop.name} has the focus under ${cover}`);
    } else outside += 1;
  }
  if (stops.length === MOST_STOPS) problems.push('Tab never comes back to where it began');
  return { stops, problems };
}

/**
 * What covers what has the focus, even when the browser has had time to scroll to it. The walk presses
 * keys every few milliseconds: Firefox 153, which then scrolls several times before it draws, at times
 * draws from an older place, although nothing has moved (focus at 666 of 900 with 1,763 scrolled; 232
 * in the next frame). For readers, who are slower, the focus goes one stop back and comes again, with
 * a frame after each key.
 */
async function findLastingCover(surface: Surface): Promise<string | undefined> {
  let cover: string | undefined;
  const isFree = async () => {
    cover = await surface.evaluate(findCover);
    return !cover;
  };
  const look = () => waitFor('the focus', isFree, SCROLLED).catch(() => false);
  if (await look()) return undefined;
  for (const key of ['Shift+Tab', 'Tab']) {
    await surface.pressOn(key);
    await surface.evaluate(waitForFrame);
  }
  await look();
  return cover;
}
