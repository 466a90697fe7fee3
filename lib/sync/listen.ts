import { isAlike } from './canonical.ts';
import { hear, type Place } from './hear.ts';

export interface Listening {
  /**
   * Where to listen, once no run is under way; undefined when nobody would be asked: sync is off,
   * there is no network, or it has stopped until the reader does something about it.
   */
  findPlace: () => Promise<Place | undefined>;
  /** Whether anybody would see at once what is new. */
  isWanted: () => Promise<boolean>;
  /** Fetch what is new. It does not fail. */
  run: () => Promise<void>;
  fetch: typeof fetch;
  /** So many milliseconds, or until the signal aborts. It does not fail. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds, from any moment on. */
  now: () => number;
  /** Milliseconds for one answer of the server. */
  patience?: number;
}

/** Whoever changes something now and then does not do so at once. Milliseconds. */
const HASTE = 1000;

/** The first pause after an answer that came in haste, or none; each further one is twice as long. */
const PAUSE = 1000;

/** So many of them in a row, half a minute, and it is left to whoever begins to listen next. */
const MOST_HASTY = 5;

/**
 * Have everything new fetched as soon as it is there, while that is wanted: ask for the next change,
 * wait for the answer, run, and ask again.
 *
 * What a run has sent from here is news to the server, too: when somebody ran meanwhile the answer
 * says nothing any more, and the question is asked again, from where that run came to. A server that
 * always has news, or never waits, is asked less and less, and after half a minute no more.
 */
export async function listen(listening: Listening, signal: AbortSignal): Promise<void> {
  const { findPlace, isWanted, run, wait, now } = listening;
  for (let hasty = 0; hasty < MOST_HASTY && !signal.aborted && (await isWanted()); ) {
    const place = await findPlace();
    if (!place || signal.aborted) return;
    const asked = now();
    const heard = await hear(place, { ...listening, signal });
    const isHasty = heard === 'unreachable' || heard === 'refused' || now() - asked < HASTE;
    hasty = isHasty ? hasty + 1 : 0;
    if (signal.aborted) return;
    if (heard === 'news' || heard === 'refused') {
      const then = await findPlace();
      if (isAlike(then?.since, place.since) && !signal.aborted) await run();
    }
    if (isHasty) await wait(PAUSE * 2 ** (hasty - 1), signal);
  }
}
