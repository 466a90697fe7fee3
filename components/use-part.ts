import { useEffect, useState } from 'preact/hooks';

/** How a part of a view is loaded: one function for each, made once. */
export type LoadPart<T> = () => Promise<T>;

const loaded = new Map<LoadPart<unknown>, unknown>();

/**
 * A part of a view that most readers do not see at first, loaded when it is wanted; undefined until
 * it is there. What has been loaded once is there at once.
 */
export function usePart<T>(wanted: boolean, load: LoadPart<T>): T | undefined {
  const [, redraw] = useState(0);
  const part = loaded.get(load) as T | undefined;
  const isMissing = wanted && part === undefined;
  useEffect(() => {
    if (!isMissing) return;
    load().then(
      (module) => {
        loaded.set(load, module);
        redraw((times) => times + 1);
      },
      (error: unknown) => console.error('Waymark: a part of this page did not load', error),
    );
  }, [isMissing]);
  return wanted ? part : undefined;
}
