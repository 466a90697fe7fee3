import { useEffect, useState } from 'preact/hooks';

/** Milliseconds for which something must not change before it is worth being read aloud. */
const SETTLED = 500;

/** A value once it has not changed for a moment, for live regions: at first it is there at once. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
