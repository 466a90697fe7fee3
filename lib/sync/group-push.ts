import * as v from 'valibot';
import { isPresent } from '../annotation/annotation.ts';
import type { Database } from '../storage/database.ts';
import type { Shared } from '../storage/group.ts';
import { SyncError } from './failure.ts';
import { toGroupContent, toGroupId } from './group-documents.ts';
import type { GroupPlace } from './group-pull.ts';
import { revisionAfter, toRevisions } from './revisions.ts';

/** Documents in one request. */
const BATCH = 100;

/** CouchDB names those that it would not take. */
const answerSchema = v.array(v.object({ error: v.optional(v.unknown()) }));

/** What is to become of one row of what the reader shares. */
interface Plan {
  row: Shared;
  /** Undefined where the server has what it should have. */
  document: object | undefined;
  seen: string | undefined;
  isGone: boolean;
  /** Whether there is nothing more to be noted once that is done. */
  isDone: boolean;
}

/**
 * Have the group's database hold what the reader shares, as it is now, and nothing else of theirs:
 * whatever others have put in its place is written over, and what is shared no longer is deleted.
 *
 * Revisions are named by their content, as in the reader's own sync: again is once.
 *
 * @param name The reader's, as the group sees it.
 * @returns How many documents were sent.
 * @throws SyncError `refused`, after everything else, of what is too long or was not taken.
 */
export async function pushGroup(
  database: Database,
  place: GroupPlace,
  name: string,
): Promise<number> {
  let [sent, refused] = [0, 0];
  const ids = await database.shared.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await database.shared.bulkGet(ids.slice(from, from + BATCH));
    const plans = await toPlans(
      database,
      rows.flatMap((row) => row ?? []),
      place,
      name,
    );
    refused += plans.filter(({ isTooLong }) => isTooLong).length;
    const documents = plans.flatMap(({ document }) => document ?? []);
    if (documents.length > 0) {
      place.onStep();
      const failed = await send(documents, place);
      if (failed > 0) throw new SyncError('refused', '', failed);
      sent += documents.length;
    }
    place.onStep();
    await keep(database, plans);
  }
  if (refused > 0) throw new SyncError('refused', 'too long', refused);
  return sent;
}

async function toPlans(
  { annotations }: Database,
  rows: readonly Shared[],
  { member, sealing }: GroupPlace,
  name: string,
): Promise<(Plan & { isTooLong: boolean })[]> {
  const found = await annotations.bulkGet(rows.map(({ id }) => id));
  return Promise.all(
    rows.map(async (row, at) => {
      const annotation = found[at];
      const isWanted = row.isShared && annotation !== undefined && isPresent(annotation);
      const content = isWanted ? toGroupContent(annotation, name) : undefined;
      const isTooLong = isWanted && content === undefined;
      const { seen, parent, isGone = false } = row;
      const id = toGroupId(row.id, member);
      const isDone = !row.isShared || annotation === undefined;
      const asItIs = { row, document: undefined, seen, isGone, isDone, isTooLong };
      if (!content && (seen === undefined || isGone)) return asItIs;
      if (content && seen === (await revisionAfter(parent, id, content, sealing))) return asItIs;
      const revision = await revisionAfter(seen, id, content, sealing);
      const fields = content ? await sealing.seal(id, revision, content) : { _deleted: true };
      const history = seen === undefined ? [revision] : [revision, seen];
      const document = { _id: id, _rev: revision, _revisions: toRevisions(history), ...fields };
      return { row, document, seen: revision, isGone: !content, isDone, isTooLong };
    }),
  );
}

/** How many the server would not take. */
async function send(docs: readonly object[], { address, wire }: GroupPlace): Promise<number> {
  const response = await wire.fetch(`${address}/_bulk_docs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ docs, new_edits: false }),
  });
  const read = v.safeParse(answerSchema, await response.json());
  if (!response.ok || !read.success) throw new SyncError('not-couchdb', 'what became of documents');
  return read.output.filter(({ error }) => error !== undefined).length;
}

/** Note what the server has now, unless the reader has chosen otherwise meanwhile. */
async function keep(database: Database, plans: readonly Plan[]): Promise<void> {
  const { shared } = database;
  await database.transaction('rw', shared, async () => {
    for (const { row, document, seen, isGone, isDone } of plans) {
      const now = await shared.get(row.id);
      if (!now) continue;
      const isAsBefore = now.isShared === row.isShared;
      if (isDone && isAsBefore) await shared.delete(row.id);
      else if (document && seen !== undefined) {
        const parent = row.seen === undefined ? {} : { parent: row.seen };
        await shared.put({ id: row.id, isShared: now.isShared, seen, isGone, ...parent });
      }
    }
  });
}
