import type { Runtime } from 'webextension-polyfill';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import type { Opening } from '../../lib/storage/opening.ts';
import { faultOf } from '../../lib/storage/storage-fault.ts';

type Served = Handlers<BackgroundProtocol, Runtime.MessageSender>;

/**
 * The same handlers, which do not keep anyone waiting for a library that cannot be opened. What is
 * wrong with it is noted down, and crosses by its name: whoever asked can say it in words.
 */
export function tellingFailures(
  handlers: Served,
  opening: Opening,
  note: (doing: string, error: unknown) => void,
): Served {
  const telling = Object.entries(handlers).map(([name, { parse, handle }]) => {
    const tell = async (argument: unknown, sender: Runtime.MessageSender) => {
      try {
        return await opening.unlessBlocked(async () => handle(argument as never, sender));
      } catch (error) {
        const fault = faultOf(error);
        if (!fault) throw error;
        note(name, error);
        throw new Error(String(error), { cause: error });
      }
    };
    return [name, { parse, handle: tell }];
  });
  return Object.fromEntries(telling);
}
