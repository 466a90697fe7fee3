import * as v from 'valibot';
import { SyncError, toSyncError } from './failure.ts';
import type { ServerAddress } from './server-address.ts';
import { createWire, type WireOptions } from './wire.ts';

const sessionSchema = v.object({ userCtx: v.object({ name: v.string() }) });

/**
 * Tell a password that is wrong from a database that this user is not let into: servers say *401*
 * of both, and one that knows the user says so when it is asked for the session.
 */
export async function explainRefusal(
  thrown: unknown,
  { server }: ServerAddress,
  given: WireOptions,
): Promise<SyncError> {
  const error = toSyncError(thrown);
  if (error.fault !== 'password') return error;
  try {
    const response = await createWire(given).fetch(`${server}_session`);
    const read = v.safeParse(sessionSchema, await response.json());
    const isKnown = read.success && read.output.userCtx.name === given.user;
    return isKnown ? new SyncError('forbidden', error.message) : error;
  } catch {
    return error;
  }
}
