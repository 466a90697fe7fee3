import type { Graph } from './graph.ts';
import { roomOf } from './rooms.ts';
import type { Violation } from './violation.ts';

/** Where readers are spoken to. */
const SPEAKING = new Set(['components', 'entrypoints']);

/**
 * Words for readers that are written in the source and not in `public/_locales`.
 *
 * @param messages names of messages, which may be kept under any name until they are said.
 */
export function checkWords({ modules }: Graph, messages: ReadonlySet<string>): Violation[] {
  return modules
    .filter(({ path }) => SPEAKING.has(roomOf(path) ?? ''))
    .flatMap(({ path, hardCoded }) =>
      hardCoded
        .filter(({ text }) => !messages.has(text))
        .map(({ text, line }) => ({ path, line, message: `make a message of it: ${text}` })),
    );
}
