/** How far a long work is. */
export interface Progress {
  done: number;
  total: number;
}

/** The pace of a long work, at which the page it is done in goes on answering. */
export interface Pace {
  /**
   * Called after each step. When it answers something, that is to be awaited: the page has its turn.
   *
   * What it answers is rejected with the signal's reason once the reader has cancelled.
   */
  step(): Promise<void> | undefined;
  /** The same for what is no step of its own: nothing is counted. */
  pause(): Promise<void> | undefined;
}

export interface PaceOptions {
  signal: AbortSignal;
  /** Steps to be made. */
  total: number;
  onProgress: (progress: Progress) => void;
}

/** Milliseconds of work between two turns: with them there is time for a frame of 16. */
const SLICE = 8;
/** Milliseconds between two reports: more would be work of their own. */
const REPORT = 100;

export function createPace({ signal, total, onProgress }: PaceOptions): Pace {
  let began = performance.now();
  let reported = Number.NEGATIVE_INFINITY;
  let done = 0;
  const pause = () => {
    const now = performance.now();
    if (now - began < SLICE) return undefined;
    if (now - reported > REPORT) {
      reported = now;
      onProgress({ done: Math.min(done, total), total });
    }
    return nextTurn().then(() => {
      signal.throwIfAborted();
      began = performance.now();
    });
  };
  return {
    step() {
      done += 1;
      return pause();
    },
    pause,
  };
}

/** After whatever else the page has to do. A timer would wait a second in a tab that is not shown. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** The parts of a text, made one by one at that pace. */
export async function gather(parts: Iterable<string>, pace: Pace): Promise<string[]> {
  const gathered: string[] = [];
  for (const part of parts) {
    gathered.push(part);
    const turn = pace.step();
    if (turn) await turn;
  }
  return gathered;
}
