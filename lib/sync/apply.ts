import type { PouchChange } from 'pouchdb-core';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import { listArrivals, type Tally } from './arrivals.ts';
import { isAlarming } from './failsafe.ts';
import { SyncError } from './failure.ts';
import { isAnnotationId, type Replica } from './replica.ts';
import { createSyncRows } from './sync-state.ts';
import { isRemoval, takeOver } from './take-over.ts';

/** Changes in one go. */
const BATCH = 100;

export interface ApplyOptions {
  /** Whether the reader has said that many annotations may go. */
  mayRemove: boolean;
  /** Called between any two steps; what it throws interrupts. */
  onStep: () => void;
  onChanged: (annotations: readonly Annotation[]) => void;
}

/**
 * Take over into the library what has changed in the replica since it was last looked at.
 *
 * @throws SyncError `removes`, after everything else, when so many annotations would be removed that
 *   the reader should be asked.
 */
export async function apply(
  database: Database,
  replica: Replica,
  { mayRemove, onStep, onChanged }: ApplyOptions,
): Promise<Tally> {
  const tally: Tally = { merged: 0, foreign: 0, newer: 0 };
  const rows = createSyncRows(database);
  for (let since = (await rows.findCheckpoint()) ?? 0; ; ) {
    const options = { since, limit: BATCH, style: 'all_docs' as const };
    const { results, last_seq } = await replica.pouch.changes(options);
    if (results.length === 0) break;
    const arrivals = await listArrivals(replica, await listUnknown(database, results), tally);
    onStep();
    onChanged(await takeOver(database, arrivals, 'hold', last_seq));
    since = last_seq;
    onStep();
  }
  await applyHeld(database, replica, { mayRemove, onStep, onChanged }, tally);
  return tally;
}

/** Those of which there is more than the one revision that was sent from here, or taken over. */
async function listUnknown(
  { synced }: Database,
  changes: readonly PouchChange[],
): Promise<AnnotationId[]> {
  const ofAnnotations = changes.filter(({ id }) => isAnnotationId(id));
  const known = await synced.bulkGet(ofAnnotations.map(({ id }) => id));
  return ofAnnotations.flatMap(({ id, changes: leaves }, at) =>
    leaves.length === 1 && leaves[0]?.rev === known[at]?.revision ? [] : [id],
  );
}

/** Look again at what was held. */
async function applyHeld(
  database: Database,
  replica: Replica,
  { mayRemove, onStep, onChanged }: ApplyOptions,
  tally: Tally,
): Promise<void> {
  const { annotations } = database;
  const arrivals = await listArrivals(replica, await createSyncRows(database).listHeld(), tally);
  if (arrivals.length === 0) return;
  const stored = await annotations.bulkGet(arrivals.map(({ id }) => id));
  const removals = arrivals.filter((arrival, at) => isRemoval(arrival, stored[at])).length;
  const there =
    (await annotations.count()) - (await annotations.where('deleted').above('').count());
  onStep();
  const isStopped = !mayRemove && isAlarming(removals, there);
  onChanged(await takeOver(database, arrivals, isStopped ? 'hold' : 'remove'));
  onStep();
  if (isStopped) throw new SyncError('removes', 'here', removals);
}
