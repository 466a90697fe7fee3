import type { Job } from './job.ts';
import { type Listening, listen } from './listen.ts';
import { createLockedRuns } from './locked-runs.ts';

/** Listens to one database, once in the whole browser. */
export interface Listener {
  /** Listen as long as anybody would see what comes. While that goes on, again is nothing. */
  begin(): void;
  /** Listen no more; done when that is so. */
  end(): Promise<void>;
}

export interface ListenerServices extends Omit<Listening, 'findPlace' | 'run'> {
  locks: Pick<LockManager, 'request'>;
}

/**
 * @param lock a name of its own: other than a run, listening keeps nobody from anything.
 * @param run has the job fetch what is new.
 */
export function createListener(
  lock: string,
  { findPlace }: Pick<Job<unknown>, 'findPlace'>,
  run: () => Promise<void>,
  services: ListenerServices,
): Listener {
  const listening = { ...services, findPlace, run };
  const { run: begin, stop: end } = createLockedRuns<void>(
    services.locks,
    lock,
    () => {},
    (_, signal) => listen(listening, signal),
  );
  return { begin, end };
}
