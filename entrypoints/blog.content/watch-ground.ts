/** Changes that follow each other this closely are one. Milliseconds. */
const QUIET = 100;

/**
 * Call `onChange` when the page may have become light or dark: by the reader's settings, or by a
 * switch of the page's own, which marks its root or its body.
 */
export function watchGround(document: Document, onChange: () => void, signal: AbortSignal): void {
  const scheme = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  };
  scheme?.addEventListener('change', settle, { signal });
  const observer = new MutationObserver(settle);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] });
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
