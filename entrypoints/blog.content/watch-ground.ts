import { hear } from './hear.ts';
import { createTimer } from './timer.ts';

/** Changes that follow each other this closely are one. Milliseconds. */
const QUIET = 100;

/**
 * Call `onChange` when the page may have become light or dark: by the reader's settings, or by a
 * switch of the page's own, which marks its root or its body.
 */
export function watchGround(document: Document, onChange: () => void, signal: AbortSignal): void {
  const scheme = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  const timer = createTimer(signal);
  const settle = () => timer.set(QUIET, onChange);
  hear(scheme, ['change'], settle, signal);
  const observer = new MutationObserver(settle);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] });
  }
  signal.addEventListener('abort', () => observer.disconnect());
}
