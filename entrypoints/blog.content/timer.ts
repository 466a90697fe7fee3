/** Does one thing a little later; what it was to do before is forgotten for it. */
export interface Timer {
  /** Do this after so many milliseconds, unless it is stopped or set to something else before. */
  set(milliseconds: number, act: () => void): void;
  stop(): void;
}

/** A timer that does nothing any more when the signal has aborted. */
export function createTimer(signal: AbortSignal): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  signal.addEventListener('abort', stop);
  return {
    set(milliseconds, act) {
      stop();
      timer = setTimeout(act, milliseconds);
    },
    stop,
  };
}
