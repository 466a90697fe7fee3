import type { Graph } from './graph.ts';
import { roomOf } from './rooms.ts';
import type { Violation } from './violation.ts';

/** Where readers are spoken to. */
const SPEAKING = new Set(['components', 'entrypoints']);

/** Modules that have not been taught to speak by messages yet. The list only gets shorter. */
export const STILL_ENGLISH: ReadonlySet<string> = new Set([
  'entrypoints/background/refresh-posts.ts',
]);

/**
 * Words for readers that are written in the source and not in `public/_locales`.
 *
 * @param excused modules in which there may be some, and must be: who has none needs no excuse.
 */
export function checkWords({ modules }: Graph, excused = STILL_ENGLISH): Violation[] {
  return modules
    .filter(({ path }) => SPEAKING.has(roomOf(path) ?? ''))
    .flatMap(({ path, hardCoded }) =>
      excused.has(path)
        ? hardCoded.length > 0
          ? []
          : [{ path, line: 1, message: 'speaks by messages: strike it from STILL_ENGLISH' }]
        : hardCoded.map(({ text, line }) => ({
            path,
            line,
            message: `make a message of it: ${text}`,
          })),
    );
}
