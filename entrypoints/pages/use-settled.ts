import { useEffect, useState } from 'preact/hooks';

/** The longest that a page waits for a quiet moment. Milliseconds. */
const PATIENCE = 300;

/** Whether what the reader came for is on the screen, and there is time for all else. */
export function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const id = requestIdleCallback(() => setIsSettled(true), { timeout: PATIENCE });
    return () => cancelIdleCallback(id);
  }, []);
  return isSettled;
}
