/** Told of errors that nobody has caught. */
export type OnTrouble = (error: unknown, doing: string) => void;

/** What is no error: said when a reader cancels, or by a browser that lays out a page twice. */
const HARMLESS = /^AbortError|ResizeObserver loop/;

/** Hear of every error of this script that nobody caught, promises that are rejected among them. */
export function listenForTroubles(onTrouble: OnTrouble): void {
  const hear = (error: unknown, doing: string) => {
    const { name = '', message = '' } = (error ?? {}) as Partial<Error>;
    if (HARMLESS.test(name) || HARMLESS.test(message || String(error))) return;
    onTrouble(error, doing);
  };
  addEventListener('error', ({ error, message }) => hear(error ?? message, 'running'));
  addEventListener('unhandledrejection', ({ reason }) => hear(reason, 'waiting'));
}
