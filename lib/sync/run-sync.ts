import type { Replication } from 'pouchdb-core';
import type { Annotation } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import { apply } from './apply.ts';
import type { Tally } from './arrivals.ts';
import { fromBase64 } from './bytes.ts';
import { drain } from './drain.ts';
import { SyncError, toSyncError } from './failure.ts';
import { checkKey, greet } from './greet.ts';
import { openRemote, openReplica } from './pouch.ts';
import { renewReplica } from './renew-replica.ts';
import { createReplica } from './replica.ts';
import { createOpenSealing, createSecretSealing } from './sealing.ts';
import { type SyncConfig, serverOf } from './sync-config.ts';
import { createSyncRows, type SyncProgress } from './sync-state.ts';
import { createWire } from './wire.ts';

export interface SyncRun {
  database: Database;
  config: SyncConfig;
  fetch: typeof fetch;
  /** The reader has said that many annotations may go. */
  mayRemove: boolean;
  /** Compare everything with the server, and not only what is new. */
  isThorough: boolean;
  /** Milliseconds for one answer of the server. */
  patience?: number;
  signal: AbortSignal;
  /** Documents that an earlier run has left in the replica for the server to get. */
  toSend?: number;
  /** Called with how far it has come. */
  onProgress: (progress: SyncProgress) => void;
  /** Called between any two steps; what it throws interrupts. */
  onStep?: () => void;
  /** Called when annotations were changed by what arrived. */
  onChanged: (annotations: readonly Annotation[]) => void;
}

/** What came of a run. */
export interface SyncOutcome extends Tally {
  /** Documents. */
  sent: number;
  received: number;
}

/** Documents in one request. */
const BATCH = 100;

/**
 * Make the library and the server's database the same: what was written here goes into the
 * replica, then to the server; what is on the server comes into the replica, then into the library.
 * One after the other: in parallel a replica was left behind. Every step can be interrupted, and
 * done again.
 *
 * To be run by one at a time; see `createSyncJob`.
 *
 * @throws SyncError saying why it could not.
 */
export async function runSync(run: SyncRun): Promise<SyncOutcome> {
  const { database, config, signal, mayRemove, onChanged } = run;
  const rows = createSyncRows(database);
  const name = await rows.findReplica(config.address);
  if (name === undefined) throw new SyncError('erased');
  const wire = createWire({ ...run, ...config });
  const { database: address } = serverOf(config);
  const secret = config.secret === undefined ? undefined : fromBase64(config.secret);
  await checkKey(await greet(address, wire), secret);
  const sealing = secret ? await createSecretSealing(secret) : createOpenSealing();
  const local = (await openReplica(name)) ?? (await renewReplica(database, config.address, name));
  try {
    const remote = openRemote(address, wire);
    const replica = createReplica(local, sealing);
    const progress = { sent: 0, received: 0, toSend: run.toSend ?? 0 };
    const onStep = () => {
      signal.throwIfAborted();
      run.onProgress({ ...progress });
      run.onStep?.();
    };
    const options = {
      batch_size: BATCH,
      batches_limit: 2,
      ...(run.isThorough && { checkpoint: false as const }),
    };
    /** Answers how far that is in the changes of where it came from. */
    const go = async (replication: Replication, count: 'sent' | 'received') => {
      const [before, left] = [progress[count], progress.toSend];
      const add = (written: number) => {
        progress[count] = before + written;
        if (count === 'sent') progress.toSend = Math.max(0, left - written);
      };
      replication.on('change', ({ docs_written, pending }) => {
        add(docs_written);
        const toReceive = count === 'received' ? pending : undefined;
        run.onProgress({ ...progress, ...(toReceive !== undefined && { toReceive }) });
      });
      const cancel = () => replication.cancel();
      signal.addEventListener('abort', cancel);
      try {
        const result = await replication;
        add(result.docs_written);
        if (result.doc_write_failures > 0) {
          throw new SyncError('refused', '', result.doc_write_failures);
        }
        return result.last_seq;
      } catch (error) {
        throw wire.failure() ?? toSyncError(error);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    };
    const push = async (since?: number | string) => {
      await go(local.replicate.to(remote, { ...options, since }), 'sent');
      onStep();
      progress.toSend = 0;
    };
    const pull = async () => {
      const pulled = await go(local.replicate.from(remote, options), 'received');
      onStep();
      return pulled;
    };

    const { doc_count: documents } = await local.info();
    // Whoever joins learns first what is there: what they have too need not be merged.
    if ((await rows.findCheckpoint()) === undefined) await pull();
    // In a replica that was empty all is the server's own by now, and need not be offered to it.
    const theirs = documents === 0 ? (await local.info()).update_seq : undefined;
    progress.toSend += await drain(database, replica, { mayRemove, onStep });
    run.onProgress({ ...progress });
    await push(theirs);
    const pulled = await pull();
    const tally = await apply(database, replica, { mayRemove, onStep, onChanged });
    progress.toSend = tally.merged;
    if (tally.merged > 0) await push();
    await rows.saveSince(pulled);
    run.onProgress({ ...progress });
    return { ...tally, sent: progress.sent, received: progress.received };
  } catch (error) {
    throw toSyncError(error);
  } finally {
    await local.close();
  }
}
