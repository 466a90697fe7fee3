import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Milliseconds that a card stays when the pointer leaves, so that it can be reached itself. */
const LINGER = 350;

export interface Lingering<T> {
  shown: T | undefined;
  /** Show this from now on, or nothing. */
  show: (what: T | undefined) => void;
  /** Take it away in a moment, unless something is shown or kept meanwhile. */
  leave: () => void;
  /** Keep what is shown. */
  stay: () => void;
}

/** Something shown on hover and focus that can be hovered itself (WCAG 2.2, criterion 1.4.13). */
export function useLingering<T>(): Lingering<T> {
  const [shown, setShown] = useState<T>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const acts = useMemo(() => {
    const stay = () => clearTimeout(timer.current);
    return {
      stay,
      show(what: T | undefined) {
        stay();
        setShown(() => what);
      },
      leave() {
        stay();
        timer.current = setTimeout(() => setShown(undefined), LINGER);
      },
    };
  }, []);
  useEffect(() => acts.stay, [acts]);
  return { shown, ...acts };
}
