import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../lib/language/say.ts';
import type { AddressFault } from '../../lib/sync/server-address.ts';
import { faultSentence } from '../pages/fault-sentence.ts';
import { report } from '../pages/report.ts';
import type { ServerUse } from '../sites/server.ts';
import { useServer } from './use-server.ts';

/** What came of what the reader did last. */
export interface Outcome {
  text: string;
  isBad: boolean;
}

/** What is kept of a server, and what is done with it now. */
interface Kept<View, Config> {
  find(): Promise<Config | undefined>;
  /** `undefined` is seen while it is off. */
  watch(
    onView: (view: View | undefined) => void,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): void;
}

/** A server that is being set up, and what every way of doing so is made of. */
export interface SettingUp<View, Config, Test> {
  /** `off` while it is off, undefined until that is known. */
  view: View | 'off' | undefined;
  /** Whether what it does cannot be seen. */
  isBroken: boolean;
  /** What is set, or was before it was turned off. */
  config: Config | undefined;
  isBusy: boolean;
  outcome: Outcome | undefined;
  /** Look again at what is set. */
  look: () => Promise<void>;
  /** Do one thing at a time, and tell what came of it. */
  doing: (act: () => Promise<Outcome>) => void;
  /** Ask for the host of the server at once, then try it. */
  reach: (address: string, go: () => Promise<Test>) => void;
  /** Tell that something could not be done. */
  failed: (error: unknown) => void;
}

/**
 * Set up a server for sync or for a group.
 *
 * @param toOutcome what a try of it says to the reader.
 */
export function useSettingUp<View, Config, Test>(
  use: ServerUse,
  kept: Kept<View, Config>,
  toOutcome: (test: Test | { is: AddressFault }) => Outcome,
): SettingUp<View, Config, Test> {
  const [view, setView] = useState<View | 'off'>();
  const [isBroken, setBroken] = useState(false);
  const [config, setConfig] = useState<Config>();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  // Two clicks may come before the first is drawn.
  const isUnderWay = useRef(false);
  const server = useServer(use);

  const look = async () => {
    await server.look();
    const found = await kept.find();
    // What was set stays in the form after it was turned off.
    if (found) setConfig(() => found);
  };

  useEffect(() => {
    const controller = new AbortController();
    look().catch((error: unknown) => report(`looking up ${use}`, error));
    kept.watch(
      (seen) => {
        setView(() => seen ?? 'off');
        setBroken(false);
      },
      (error) => {
        report(`watching ${use}`, error);
        setBroken(true);
      },
      controller.signal,
    );
    return () => controller.abort();
  }, [kept]);

  const failed = (error: unknown) => {
    report(`setting up ${use}`, error);
    setOutcome({ text: faultSentence(error) ?? say('syncActFailed'), isBad: true });
  };

  const doing = async (act: () => Promise<Outcome>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setOutcome(undefined);
    await act().then(setOutcome, failed);
    isUnderWay.current = false;
    setBusy(false);
  };

  const reach = (address: string, go: () => Promise<Test>) => {
    const granted = server.request(address);
    if (typeof granted === 'string') return setOutcome(toOutcome({ is: granted }));
    doing(async () => {
      const test = (await granted) ? await go() : undefined;
      await look();
      return test ? toOutcome(test) : { text: say('syncDenied'), isBad: true };
    });
  };

  return { view, isBroken, config, isBusy, outcome, look, doing, reach, failed };
}
