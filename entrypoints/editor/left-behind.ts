import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { Writing } from '../../lib/annotation/writing.ts';
import { parserOf, writtenNote } from '../../lib/messaging/schema.ts';

/**
 * What is typed, until the background has it: when the extension is updated under an editor, what
 * was on its way arrives nowhere, but the next editor has the same storage. No page has it.
 */
export interface LeftBehind {
  keep(writing: Writing): void;
  /** It has arrived, unless there is something newer; without it: all is done. */
  forget(writing?: Writing): void;
  /** What an earlier editor of the same annotation has left. */
  find(): Writing | undefined;
}

const parse = parserOf(writtenNote);

export function createLeftBehind(id: AnnotationId): LeftBehind {
  const toText = (writing: Writing) => JSON.stringify({ id, writing });
  return {
    keep: (writing) => tryTo(() => localStorage.setItem(id, toText(writing))),
    forget: (writing) =>
      tryTo(() => {
        if (writing && localStorage.getItem(id) !== toText(writing)) return;
        localStorage.removeItem(id);
      }),
    find: () =>
      tryTo(() => {
        const left = localStorage.getItem(id);
        return left === null ? undefined : parse(JSON.parse(left)).writing;
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
