import type { Database } from './database.ts';
import { BlockedError } from './storage-fault.ts';

/** Whether the library can be opened, told while it is being tried. */
export interface Opening {
  /**
   * What this answers; but a library that does not open is not waited for without a word.
   *
   * @throws BlockedError once it has not opened for a while, and at once for as long as it does not.
   */
  unlessBlocked<T>(act: () => Promise<T>): Promise<T>;
  /** Call when it is blocked; and, with undefined, when it is not any more, until the signal aborts. */
  watch(onBlocked: (error: BlockedError | undefined) => void, signal: AbortSignal): void;
}

/** Milliseconds. */
export interface Patience {
  /** Tabs that the browser says are in the way, and that still close, do so in a moment. */
  blocked: number;
  /** Of several who wait only the first is told that a tab is in the way. */
  silent: number;
  /** One that has failed to open is tried again by whoever needs it after that. */
  failed: number;
}

const PATIENCE: Patience = { blocked: 1500, silent: 3000, failed: 1000 };

/** To be called before the library is opened. */
export function createOpening(database: Database, patience = PATIENCE): Opening {
  const watching = new Set<(error: BlockedError | undefined) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let error: BlockedError | undefined;
  let hasFailed = false;

  // Dexie opens by itself when it is first used, but never again after a failure. A browser gives up
  // a library whose disk is full; there may be room when the reader next saves something.
  const { open } = database;
  database.open = () => {
    hasFailed = false;
    return open.call(database).catch((failure) => {
      hasFailed = true;
      setTimeout(() => {
        if (hasFailed && !database.hasBeenClosed()) database.close({ disableAutoOpen: false });
      }, patience.failed);
      throw failure;
    });
  };

  const tell = (found: BlockedError | undefined) => {
    if (found === error) return;
    error = found;
    for (const onBlocked of [...watching]) onBlocked(found);
  };
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      // One that has failed to open has told so to whoever asked.
      if (!database.isOpen() && !hasFailed) tell(new BlockedError('The library does not open'));
    }, milliseconds);
  };
  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const expectToOpen = () => {
    if (!database.isOpen() && timer === undefined && !error) wait(patience.silent);
  };
  database.on('blocked', () => wait(patience.blocked));
  database.on(
    'ready',
    () => {
      stopWaiting();
      tell(undefined);
    },
    true,
  );

  return {
    async unlessBlocked(act) {
      if (error) throw error;
      const { promise, reject } = Promise.withResolvers<never>();
      const onBlocked = (found: BlockedError | undefined) => found && reject(found);
      watching.add(onBlocked);
      expectToOpen();
      try {
        return await Promise.race([act(), promise]);
      } finally {
        watching.delete(onBlocked);
        // What was done may have had no need of the library, and never asked for it.
        if (watching.size === 0 && !error) stopWaiting();
      }
    },
    watch(onBlocked, signal) {
      if (error) onBlocked(error);
      watching.add(onBlocked);
      expectToOpen();
      signal.addEventListener('abort', () => watching.delete(onBlocked), { once: true });
    },
  };
}
