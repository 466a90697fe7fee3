import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import type { Arrival } from './arrivals.ts';

/** What to do about annotations that are gone on the server and present here. */
export type Removing = 'hold' | 'remove';

type News = Arrival & { annotation: Annotation };

/**
 * Write into the library what arrived, in one transaction with how far that is. Two kinds are held:
 * noted, to be looked at again. What the reader has written since, which goes into the replica
 * first and is merged there; and removals, until it is known how many there are.
 *
 * @returns The annotations that are other than they were, or were.
 */
export function takeOver(
  database: Database,
  arrivals: readonly Arrival[],
  removing: Removing,
  checkpoint?: number | string,
): Promise<Annotation[]> {
  const { annotations, synced, outbox, syncState } = database;
  const tables = [annotations, synced, outbox, syncState];
  return database.transaction('rw', tables, async () => {
    const ids = arrivals.map(({ id }) => id);
    const waiting = await outbox.bulkGet(ids);
    const bases = await synced.bulkGet(ids);
    const stored = await annotations.bulkGet(ids);
    const heldBefore = (await syncState.get('held'))?.value as AnnotationId[] | undefined;
    const held = new Set(heldBefore);
    const news: News[] = [];
    const gone: Arrival[] = [];
    arrivals.forEach((arrival, at) => {
      const { id, revision, annotation } = arrival;
      const isHeld = waiting[at] || (removing === 'hold' && isRemoval(arrival, stored[at]));
      if (bases[at]?.revision === revision) held.delete(id);
      else if (isHeld) held.add(id);
      else {
        held.delete(id);
        if (annotation) news.push({ ...arrival, annotation });
        else gone.push(arrival);
      }
    });
    await writeArrivals(database, news, gone);
    await syncState.put({ key: 'held', value: [...held] });
    if (checkpoint !== undefined) await syncState.put({ key: 'checkpoint', value: checkpoint });
    const removed = gone.map(({ id }) => stored[ids.indexOf(id)]);
    const changed = [...news.map(({ annotation }) => annotation), ...removed];
    return changed.filter((annotation) => annotation !== undefined);
  });
}

/** Whether something that is there for the reader would not be any more. */
export function isRemoval({ annotation }: Arrival, here: Annotation | undefined): boolean {
  return (
    here !== undefined && isPresent(here) && (annotation === undefined || !isPresent(annotation))
  );
}

/** To be called in a transaction of all tables that are written. */
async function writeArrivals(
  database: Database,
  news: readonly News[],
  gone: readonly Arrival[],
): Promise<void> {
  const { annotations, synced, outbox } = database;
  const removed = gone.map(({ id }) => id);
  await annotations.bulkPut(news.map(({ annotation }) => annotation));
  await annotations.bulkDelete(removed);
  await synced.bulkPut(
    [...news, ...gone].map(({ id, revision, annotation }) => ({
      id,
      revision,
      isGone: !annotation || !isPresent(annotation),
    })),
  );
  // What came from the server need not go back to it.
  await outbox.bulkDelete([...news, ...gone].map(({ id }) => id));
}
