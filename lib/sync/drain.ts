import { isPresent } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import type { Outgoing, Synced } from '../storage/outbox.ts';
import { isAlike } from './canonical.ts';
import { isAlarming } from './failsafe.ts';
import { SyncError } from './failure.ts';
import { findBases, type Waiting } from './find-bases.ts';
import type { Replica, Write } from './replica.ts';

/** Rows in one go. */
const BATCH = 500;

/**
 * Write what waits in the outbox into the replica, each on top of the revision that it was made
 * from: if something else came from the server meanwhile, both stand there, to be merged.
 *
 * A row leaves the outbox only when nothing was written since. Interrupted anywhere, it begins
 * anew and writes the same revisions again.
 *
 * @returns How many documents were written, for the server to get.
 * @throws SyncError `removes`, when so many would be removed that the reader should be asked.
 */
export async function drain(
  database: Database,
  replica: Replica,
  { mayRemove, onStep }: { mayRemove: boolean; onStep: () => void },
): Promise<number> {
  if (!mayRemove) await checkRemovals(database);
  let drained = 0;
  for (let last = ''; ; ) {
    const waiting = await listWaiting(database, last);
    const row = waiting.at(-1);
    if (!row) return drained;
    last = row.outgoing.id;
    const { written, writes } = await writeToReplica(replica, waiting);
    drained += writes;
    onStep();
    await keepWritten(database, written);
    onStep();
  }
}

async function listWaiting(database: Database, after: string): Promise<Waiting[]> {
  const { annotations, synced, outbox } = database;
  return database.transaction('r', annotations, synced, outbox, async () => {
    const rows = await outbox.where('id').above(after).limit(BATCH).toArray();
    const ids = rows.map(({ id }) => id);
    const found = await annotations.bulkGet(ids);
    const bases = await synced.bulkGet(ids);
    return rows.map((outgoing, at) => ({
      outgoing,
      annotation: found[at],
      synced: bases[at],
    }));
  });
}

interface Written {
  outgoing: Outgoing;
  /** Undefined when there was never anything to tell the server. */
  synced: Synced | undefined;
}

async function writeToReplica(
  replica: Replica,
  waiting: readonly Waiting[],
): Promise<{ written: Written[]; writes: number }> {
  const bases = await findBases(replica, waiting);
  const planned = waiting.map(({ outgoing, annotation }, at) => {
    const { id } = outgoing;
    const base = bases[at];
    const isThere = base !== undefined && isAlike(base.annotation ?? null, annotation ?? null);
    const write: Write | undefined =
      isThere || (!base && !annotation)
        ? undefined
        : { id, history: base?.history ?? [], annotation };
    const isGone = !annotation || !isPresent(annotation);
    return { outgoing, write, base, isGone };
  });
  const writes = planned.flatMap(({ write }) => write ?? []);
  const revisions = await replica.write(writes);
  const written = planned.map(({ outgoing, write, base, isGone }) => {
    const revision = write ? revisions[writes.indexOf(write)] : base?.history[0];
    const synced = revision === undefined ? undefined : { id: outgoing.id, revision, isGone };
    return { outgoing, synced };
  });
  return { written, writes: writes.length };
}

async function keepWritten(database: Database, written: readonly Written[]): Promise<void> {
  const { synced, outbox } = database;
  await database.transaction('rw', synced, outbox, async () => {
    const now = await outbox.bulkGet(written.map(({ outgoing }) => outgoing.id));
    const done = written.filter(({ outgoing }, at) => now[at]?.mark === outgoing.mark);
    await synced.bulkPut(written.flatMap((one) => one.synced ?? []));
    await outbox.bulkDelete(done.map(({ outgoing }) => outgoing.id));
  });
}

async function checkRemovals(database: Database): Promise<void> {
  const { annotations, synced, outbox } = database;
  const { removed, present } = await database.transaction(
    'r',
    annotations,
    synced,
    outbox,
    async () => {
      const ids = await outbox.toCollection().primaryKeys();
      const found = await annotations.bulkGet(ids);
      const bases = await synced.bulkGet(ids);
      const removed = ids.filter((_, at) => {
        const annotation = found[at];
        return bases[at]?.isGone === false && !(annotation && isPresent(annotation));
      }).length;
      return { removed, present: await synced.filter(({ isGone }) => !isGone).count() };
    },
  );
  if (isAlarming(removed, present)) throw new SyncError('removes', 'there', removed);
}
