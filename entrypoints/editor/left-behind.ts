import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import { parserOf, writtenNote } from '../../lib/messaging/schema.ts';
import type { WrittenNote } from '../../lib/messaging/written-note.ts';

/**
 * What is typed, until the background has it: when the extension is updated under an editor, what
 * was on its way arrives nowhere, but the next editor has the same storage. No page has it.
 */
export interface LeftBehind {
  keep(written: WrittenNote): void;
  /** It has arrived, unless there is something newer; without it: all is done. */
  forget(written?: WrittenNote): void;
  /** What an earlier editor of the same annotation has left. */
  find(): WrittenNote | undefined;
}

const parse = parserOf(writtenNote);

export function createLeftBehind(id: AnnotationId): LeftBehind {
  return {
    keep: (written) => tryTo(() => localStorage.setItem(id, JSON.stringify(written))),
    forget: (written) =>
      tryTo(() => {
        if (written && localStorage.getItem(id) !== JSON.stringify(written)) return;
        localStorage.removeItem(id);
      }),
    find: () =>
      tryTo(() => {
        const left = localStorage.getItem(id);
        return left === null ? undefined : parse(JSON.parse(left));
      }),
  };
}

/** Browsers may deny frames their storage: then there is the draft as it last arrived. */
function tryTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    console.info('Waymark: nothing is kept beside the draft', error);
    return undefined;
  }
}
