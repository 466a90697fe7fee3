import type { Database } from '../storage/database.ts';
import { fromBase64 } from './bytes.ts';
import { explainRefusal } from './explain-refusal.ts';
import { SyncError } from './failure.ts';
import { checkKey, greet } from './greet.ts';
import type { GroupConfig } from './group-config.ts';
import { pullGroup } from './group-pull.ts';
import { pushGroup } from './group-push.ts';
import { createGroupRows } from './group-rows.ts';
import type { GroupTally } from './group-take-in.ts';
import { createOpenSealing, createSecretSealing } from './sealing.ts';
import { serverOf } from './sync-config.ts';
import { createWire } from './wire.ts';

export interface GroupRun {
  database: Database;
  config: GroupConfig;
  fetch: typeof fetch;
  /** Compare everything with the server, and not only what is new. */
  isThorough: boolean;
  /** Milliseconds for one answer of the server. */
  patience?: number;
  signal: AbortSignal;
  /** Called between any two steps; what it throws interrupts. */
  onStep?: () => void;
}

/** What came of a run. */
export interface GroupOutcome extends GroupTally {
  /** Documents. */
  sent: number;
}

/** A hundred documents of those that are taken fit in many times. Bytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Take in what others share with the reader's group, and have the group see what the reader shares.
 * There is nothing to merge: each document has one member who writes it. Every step can be
 * interrupted, and done again. To be run by one at a time; see `createGroupJob`.
 *
 * @throws SyncError saying why it could not.
 */
export async function runGroup(run: GroupRun): Promise<GroupOutcome> {
  const { database, config, signal, isThorough } = run;
  if ((await createGroupRows(database).findMember()) !== config.member) {
    throw new SyncError('erased');
  }
  const server = serverOf(config);
  const given = { ...run, ...config, longest: LONGEST_ANSWER };
  const wire = createWire(given);
  const onStep = () => {
    signal.throwIfAborted();
    run.onStep?.();
  };
  try {
    const secret = config.secret === undefined ? undefined : fromBase64(config.secret);
    await checkKey(await greet(server.database, wire), secret);
    const sealing = secret ? await createSecretSealing(secret) : createOpenSealing();
    const { member, name } = config;
    const place = { address: server.database, member, wire, sealing, onStep };
    const tally = await pullGroup(database, place, isThorough);
    return { ...tally, sent: await pushGroup(database, place, name) };
  } catch (error) {
    throw await explainRefusal(error, server, given);
  }
}
