import { listenForTroubles } from '../troubles/listen.ts';

/** What shows and keeps it is loaded when something has gone wrong. */
const loadTeller = () => import('./tell-trouble.tsx');

/**
 * Keep what went wrong on this page, and tell the reader in words.
 *
 * @param doing what was being done, in words for whoever mends it.
 */
export function report(doing: string, error: unknown): void {
  console.error(`Waymark: ${doing}`, error);
  loadTeller().then(
    ({ tellTrouble }) => tellTrouble(doing, error),
    (cause: unknown) => console.error('Waymark: it cannot be told either', cause),
  );
}

/** Report, from now on, what nobody has caught. */
export function reportTroubles(): void {
  listenForTroubles((error, doing) => report(doing, error));
}
