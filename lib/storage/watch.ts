import { liveQuery } from 'dexie';

/**
 * Call `onValue` with what the query answers, now and whenever a write anywhere in the extension
 * changes the answer, until the signal aborts. The query may read through repositories only.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}
