import type { Database } from './database.ts';
import { BlockedError } from './storage-fault.ts';

/** Whether the library can be opened, told while it is being tried. */
export interface Opening {
  /**
   * What this answers; but an upgrade that another tab holds up is not waited for without a word.
   *
   * @throws BlockedError once the library has been held up for a while, at once as long as it is.
   */
  unlessBlocked<T>(act: () => Promise<T>): Promise<T>;
  /** Call when it is blocked; and, with undefined, when it is not any more, until the signal aborts. */
  watch(onBlocked: (error: BlockedError | undefined) => void, signal: AbortSignal): void;
}

/** Tabs that still close do so in a moment. Milliseconds. */
const PATIENCE = 1500;

/** To be called before the library is opened. */
export function createOpening(database: Database, patience = PATIENCE): Opening {
  const watching = new Set<(error: BlockedError | undefined) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let error: BlockedError | undefined;
  const tell = (found: BlockedError | undefined) => {
    if (found === error) return;
    error = found;
    for (const onBlocked of [...watching]) onBlocked(found);
  };
  database.on('blocked', () => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(new BlockedError('Another tab holds the library')), patience);
  });
  database.on(
    'ready',
    () => {
      clearTimeout(timer);
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
      try {
        return await Promise.race([act(), promise]);
      } finally {
        watching.delete(onBlocked);
      }
    },
    watch(onBlocked, signal) {
      if (error) onBlocked(error);
      watching.add(onBlocked);
      signal.addEventListener('abort', () => watching.delete(onBlocked), { once: true });
    },
  };
}
