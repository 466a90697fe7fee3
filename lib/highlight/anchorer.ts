import { type Location, locate } from '../anchoring/locate.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Selector } from '../annotation/selector.ts';

/** Finds the passages of many annotations in one text, without keeping the page waiting. */
export interface Anchorer {
  /** Where each annotation asked for last was found, as far as it has been looked for. */
  readonly locations: ReadonlyMap<AnnotationId, Location>;
  /**
   * Look for the passages of these annotations in the text. What was found before in the same text
   * is not looked for again. Undefined when all is done; else a promise for when it will be, which
   * is false when it was asked for something else meanwhile.
   */
  anchor(text: string, annotations: readonly Annotation[]): Promise<boolean> | undefined;
  /** Whether there is more to look for, and it is being done. */
  readonly isBusy: boolean;
  /** Leave off, as if all were done. What was left is not looked for in this text until `goOn`. */
  stop(): void;
  /** Look for what was left, as `anchor` does. */
  goOn(): Promise<boolean> | undefined;
}

/** Half of a frame: longer work is cut, so that the page can scroll in between. Milliseconds. */
const SLICE = 8;

export function createAnchorer(rest: () => Promise<unknown> = nextTask): Anchorer {
  /** Without a location, a passage was left when the search was stopped. */
  const found = new Map<AnnotationId, { selectors: readonly Selector[]; location?: Location }>();
  let searched = '';
  let wanted: readonly Annotation[] = [];
  let queue: Annotation[] = [];

  /** Look for one passage after the other for the length of a slice. True when all are done. */
  const search = (): boolean => {
    const end = performance.now() + SLICE;
    while (queue.length > 0) {
      const { id, target } = queue.shift() as Annotation;
      const selectors = target.selector;
      found.set(id, { selectors, location: locate(searched, selectors) });
      if (performance.now() > end) break;
    }
    return queue.length === 0;
  };

  const anchor: Anchorer['anchor'] = (text, annotations) => {
    if (text !== searched) found.clear();
    searched = text;
    wanted = annotations;
    const mine = annotations.filter(
      ({ id, target }) => !isSame(found.get(id)?.selectors, target.selector),
    );
    queue = mine;
    if (search()) return undefined;
    return (async () => {
      do {
        await rest();
        if (queue !== mine) return false;
      } while (!search());
      return true;
    })();
  };

  return {
    get locations() {
      return new Map(
        wanted.flatMap(({ id }) => {
          const location = found.get(id)?.location;
          return location ? [[id, location]] : [];
        }),
      );
    },
    anchor,
    get isBusy() {
      return queue.length > 0;
    },
    stop() {
      for (const { id, target } of queue.splice(0)) found.set(id, { selectors: target.selector });
    },
    goOn() {
      for (const [id, { location }] of found) if (!location) found.delete(id);
      return anchor(searched, wanted);
    },
  };
}

/** Whether selectors are the same: they come as messages, which are new objects every time. */
function isSame(a: readonly Selector[] | undefined, b: readonly Selector[]): boolean {
  return a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
