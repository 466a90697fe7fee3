import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../pages/pace.ts';

/** What came of a work, as a sentence. */
export interface Outcome {
  text: string;
  hasFailed: boolean;
}

/** A long work that the reader watches and can cancel; a new one takes the place of the last. */
export interface Work {
  progress: Progress | undefined;
  outcome: Outcome | undefined;
  /** Do it, and say what came of it: what `act` answers, or `failureOf` what it throws. */
  run: (
    act: (
      signal: AbortSignal,
      onProgress: (progress: Progress) => void,
    ) => Promise<Outcome['text'] | undefined>,
  ) => Promise<void>;
  cancel: () => void;
  /** Nothing more is said of what was done. */
  forget: () => void;
}

/** @param cancelled What is said when the reader has cancelled. */
export function useWork(cancelled: string, failureOf: (error: unknown) => string): Work {
  const [progress, setProgress] = useState<Progress>();
  const [outcome, setOutcome] = useState<Outcome>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  return {
    progress,
    outcome,
    async run(act) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const isCurrent = () => running.current === controller;
      setOutcome(undefined);
      setProgress({ done: 0, total: 0 });
      try {
        const text = await act(controller.signal, (now) => {
          if (isCurrent()) setProgress(now);
        });
        if (text && isCurrent()) setOutcome({ text, hasFailed: false });
      } catch (error) {
        if (!isCurrent()) return;
        if (controller.signal.aborted) setOutcome({ text: cancelled, hasFailed: false });
        else setOutcome({ text: failureOf(error), hasFailed: true });
      } finally {
        if (isCurrent()) setProgress(undefined);
      }
    },
    cancel: () => running.current?.abort(),
    forget: () => setOutcome(undefined),
  };
}
