import { FeedError } from '../../lib/blog/feed-error.ts';
import { createReading, type FeedReading } from '../../lib/blog/feed-reading.ts';
import type { ReadFeedOptions, ReadStep } from '../../lib/blog/read-feed.ts';
import type { FeedRepository } from '../../lib/storage/feed-repository.ts';
import type { NewFeedState } from '../../lib/storage/feed-state.ts';
import {
  isDue,
  nextReading,
  progressOf,
  retryTime,
  stateAfterFailure,
  stateAfterPage,
  stateAtStart,
  stateCancelled,
  stateOffline,
} from './feed-schedule.ts';

/** Reads the feed of the blog, or what another site has published, into the database. */
export interface PostRefresher {
  /**
   * Read what the feed has new, unless that was done within the last day or is to wait. Never fails:
   * what went wrong stands in the feed's state. Asked again while it reads, it joins the reading.
   */
  refresh(evenIfFresh: boolean): Promise<void>;
  /** Go on with a reading that was interrupted, if there is one. */
  resume(): Promise<void>;
  /** Break the reading off; what has come stays, and the next one goes on from there. */
  cancel(): Promise<void>;
}

export interface RefresherServices {
  feed: FeedRepository;
  /** Read what there is from where a reading has come; see `readFeed`. */
  read: (
    from: FeedReading,
    options: Pick<ReadFeedOptions, 'now' | 'signal' | 'known'>,
  ) => AsyncIterable<ReadStep>;
  /** False only when there is surely no network. */
  isOnline: () => boolean;
  /** Have `refresh` called at that time, in milliseconds since the epoch, even if this one dies. */
  wakeAt: (time: number | undefined) => void;
  now?: () => number;
  random?: () => number;
}

/** A reading that the browser interrupts is taken up again so much later. Milliseconds. */
const WATCH = 60_000;

export function createPostRefresher(services: RefresherServices): PostRefresher {
  const { feed, read, isOnline, wakeAt, now = Date.now, random = Math.random } = services;
  let running: { done: Promise<void>; controller: AbortController } | undefined;

  /** Read to the end, keeping each page with the state it leaves. */
  const readAll = async (start: NewFeedState, reading: FeedReading, signal: AbortSignal) => {
    let state = start;
    try {
      await feed.saveState(state);
      let next: FeedReading | undefined = reading;
      while (next) {
        const steps = read(next, { now, signal, known: state.known });
        next = undefined;
        for await (const { entries, end, ...step } of steps) {
          const after = stateAfter(state, { ...step, end });
          const seen = end && { seen: step.reading.seen, isWhole: end.isWhole };
          await feed.savePage(
            entries.map(({ post }) => post),
            after,
            seen,
          );
          state = after;
          if (end?.isOutdated && end.since) next = createReading(now(), end.since);
        }
      }
    } catch (error) {
      state = stateBroken(state, error, signal);
      await feed.saveState(state);
    }
    wakeAt(retryTime(state, now()));
  };

  const stateBroken = (state: NewFeedState, error: unknown, signal: AbortSignal) => {
    if (signal.aborted) return stateCancelled(state, now());
    const isFeedError = error instanceof FeedError;
    if (isFeedError && !isOnline()) return stateOffline(state);
    if (!isFeedError) console.error('Waymark: reading the feed failed', error);
    const failure = isFeedError ? error : new FeedError({ code: 'failed' }, { cause: error });
    return stateAfterFailure(state, failure, now(), random());
  };

  const run = async (isAsked: boolean, signal: AbortSignal) => {
    const last = await feed.findState();
    if (!isDue(last, now(), isAsked)) return;
    if (!isOnline()) {
      const state = stateOffline(last);
      await feed.saveState(state);
      return wakeAt(retryTime(state, now()));
    }
    const reading = nextReading(last, now());
    wakeAt(now() + WATCH);
    await readAll(stateAtStart(last, reading, now(), random()), reading, signal);
  };

  const refresh = (isAsked: boolean) => {
    if (!running) {
      const controller = new AbortController();
      const done = run(isAsked, controller.signal)
        .catch((error: unknown) => console.error('Waymark: the posts cannot be kept', error))
        .finally(() => {
          running = undefined;
        });
      running = { done, controller };
    }
    return running.done;
  };

  return {
    refresh,
    async resume() {
      const state = await feed.findState().catch(() => undefined);
      if (state?.status === 'reading') await refresh(false);
    },
    async cancel() {
      running?.controller.abort();
      await running?.done;
      const state = await feed.findState();
      // Whoever was reading is not there any more.
      if (state?.status !== 'reading' || running) return;
      await feed.saveState(stateCancelled(state, now()));
      wakeAt(undefined);
    },
  };
}

function stateAfter(
  state: NewFeedState,
  { reading, end, known }: Omit<ReadStep, 'entries'>,
): NewFeedState {
  const after = { ...stateAfterPage(state, reading), ...(known && { known }) };
  if (!end) return after;
  const { reading: _, ...kept } = after;
  return {
    ...kept,
    ...progressOf(reading),
    status: 'done',
    completed: reading.started,
    ...(end.isWhole && { wholeAt: reading.started }),
    ...(end.since !== undefined && { since: end.since }),
  };
}
