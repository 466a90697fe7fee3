import fc from 'fast-check';
import { anyCommands } from './commands.ts';
import { createWorld, withClock } from './world.ts';

/** What has been tried. */
export interface Tried {
  kills: number;
  /** Annotations that were there in the end, deleted or not. */
  annotations: number;
}

/**
 * After every act of a sequence the library holds what a reader would say it holds.
 *
 * @param longest acts of a sequence.
 * @param onTried is told of every sequence that has come to its end.
 */
export function libraryProperty(
  longest: number,
  onTried: (tried: Tried) => void = () => {},
): fc.IAsyncProperty<[Iterable<fc.AsyncCommand<object, never>>]> {
  return fc.asyncProperty(anyCommands(longest), (commands) =>
    withClock(async () => {
      const real = await createWorld();
      try {
        await fc.asyncModelRun(() => ({ model: {}, real }), commands);
        onTried({ kills: real.rig.kills, annotations: real.library.rows.size });
      } finally {
        real.rig.context.kill();
      }
    }),
  ) as never;
}
