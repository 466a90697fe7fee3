/** Runs of which one goes at a time in the whole browser. */
export interface LockedRuns<Wish> {
  /** Run now, or, when one is under way, once more after it. It never fails. */
  run(wish: Wish): Promise<void>;
  /** End the run that is under way; done when it has ended. */
  stop(): Promise<void>;
}

/** The lock that everything takes which speaks to a server or changes what is noted of it. */
export const SYNC_LOCK = 'waymark-sync';

/**
 * @param lock its name.
 * @param join what two wishes come to, of which neither has been granted yet.
 * @param act one run; its signal says that it is to end.
 */
export function createLockedRuns<Wish>(
  locks: Pick<LockManager, 'request'>,
  lock: string,
  join: (before: Wish, wish: Wish) => Wish,
  act: (wish: Wish, signal: AbortSignal) => Promise<void>,
): LockedRuns<Wish> {
  let running: Promise<void> | undefined;
  let wanted: { wish: Wish } | undefined;
  let stopping = new AbortController();

  const start = () => {
    running ??= runLocked();
    return running;
  };
  const runLocked = async () => {
    try {
      await locks.request(lock, async () => {
        stopping = new AbortController();
        while (wanted) {
          const { wish } = wanted;
          wanted = undefined;
          await act(wish, stopping.signal);
        }
      });
    } catch (error) {
      console.error(`Waymark: ${lock} cannot be run`, error);
    } finally {
      // In the same turn as the last look at what is wanted, or after it: nobody is passed over.
      running = undefined;
      if (wanted) start();
    }
  };

  return {
    run(wish) {
      wanted = { wish: wanted ? join(wanted.wish, wish) : wish };
      return start();
    },
    async stop() {
      wanted = undefined;
      stopping.abort();
      await running;
    },
  };
}
