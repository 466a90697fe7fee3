import * as v from 'valibot';
import type { Database } from '../storage/database.ts';
import { SyncError } from './failure.ts';
import { parseGroupContent, parseGroupId } from './group-documents.ts';
import { createGroupRows } from './group-rows.ts';
import { type Arrival, dropUnmet, type GroupTally, takeIn } from './group-take-in.ts';
import type { Sealing } from './sealing.ts';
import type { Wire } from './wire.ts';

/** Where a group is, and who asks. */
export interface GroupPlace {
  /** The address of its database. */
  address: string;
  member: string;
  wire: Wire;
  sealing: Sealing;
  /** Called between any two steps; what it throws interrupts. */
  onStep: () => void;
}

/** Changes in one answer, and answers in one run: a server that has no end is left for the next. */
const BATCH = 100;
const MOST_BATCHES = 1000;

const changesSchema = v.object({
  results: v.array(
    v.object({
      id: v.string(),
      changes: v.pipe(v.array(v.object({ rev: v.pipe(v.string(), v.regex(/^\d+-\w+$/)) }))),
      deleted: v.optional(v.boolean()),
      doc: v.nullish(v.record(v.string(), v.unknown())),
    }),
  ),
  last_seq: v.union([v.number(), v.string()]),
});

type Change = v.InferOutput<typeof changesSchema>['results'][number];

/**
 * Take in what has changed in the group. What stands under the reader's own ids is not read: it is
 * noted which revision that is, so that their own can be put in its place.
 *
 * @param isThorough look at everything, and not only at what is new.
 */
export async function pullGroup(
  database: Database,
  place: GroupPlace,
  isThorough: boolean,
): Promise<GroupTally> {
  const { address, wire, onStep } = place;
  const rows = createGroupRows(database);
  const tally: GroupTally = { received: 0, foreign: 0, newer: 0 };
  const met = new Set<string>();
  let since = isThorough ? 0 : await rows.findSince();
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const query = new URLSearchParams({
      since: String(since),
      limit: String(BATCH),
      include_docs: 'true',
    });
    const response = await wire.fetch(`${address}/_changes?${query}`);
    const read = v.safeParse(changesSchema, await response.json());
    if (!response.ok || !read.success) throw new SyncError('not-couchdb', 'its changes');
    const { results, last_seq } = read.output;
    onStep();
    if (results.length === 0) {
      if (isThorough) await dropUnmet(database, met);
      return tally;
    }
    for (const { id } of results) met.add(id);
    const arrivals = await Promise.all(results.map((change) => toArrival(change, place, tally)));
    await takeIn(database, place.member, arrivals.flat(), last_seq, tally);
    since = last_seq;
    onStep();
  }
  return tally;
}

async function toArrival(
  { id, changes, deleted: isGone = false, doc }: Change,
  { member, sealing }: GroupPlace,
  tally: GroupTally,
): Promise<Arrival[]> {
  const named = parseGroupId(id);
  const revision = changes[0]?.rev;
  if (!named || revision === undefined) return [];
  const arrival = { id, revision, isGone, note: undefined };
  if (isGone || named.member === member) return [arrival];
  const fields = Object.entries(doc ?? {}).filter(([name]) => !name.startsWith('_'));
  const opened = await sealing.open(id, revision, Object.fromEntries(fields));
  const note = opened.is === 'content' ? parseGroupContent(opened.content, id) : undefined;
  if (!note) tally[opened.is === 'newer' ? 'newer' : 'foreign'] += 1;
  return [{ ...arrival, note }];
}
