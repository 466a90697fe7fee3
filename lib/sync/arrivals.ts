import type { PouchDocument } from 'pouchdb-core';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Replica } from './replica.ts';
import type { Revision } from './revisions.ts';
import { settleLeaves } from './settle-leaves.ts';

/** What the replica has of an annotation now. */
export interface Arrival {
  id: AnnotationId;
  revision: Revision;
  /** Undefined when it is deleted there, for good. */
  annotation: Annotation | undefined;
}

/** What was come across, for the reader to be told. */
export interface Tally {
  /** Documents written at once on several devices that were made one. */
  merged: number;
  /** Documents that are none of Waymark's, or that a later one wrote. */
  foreign: number;
  newer: number;
}

/** What a document says of an annotation, its conflicts settled; undefined when it says nothing. */
async function toArrival(
  replica: Replica,
  document: PouchDocument,
  tally: Tally,
): Promise<Arrival | undefined> {
  const { _id: id, _rev: revision, _conflicts: conflicts = [] } = document;
  if (conflicts.length > 0) {
    const settled = await settleLeaves(replica, id, [revision, ...conflicts]);
    if (settled.is === 'annotation') {
      if (settled.hasWritten) tally.merged += 1;
      return { id, revision: settled.revision, annotation: settled.annotation };
    }
    tally[settled.is] += 1;
    return undefined;
  }
  const read = await replica.read(document);
  if (read.is === 'annotation') return { id, revision, annotation: read.annotation };
  if (read.is === 'deleted') return { id, revision, annotation: undefined };
  tally[read.is] += 1;
  return undefined;
}

/** What the replica has of these annotations, looked up. */
export async function listArrivals(
  replica: Replica,
  ids: readonly AnnotationId[],
  tally: Tally,
): Promise<Arrival[]> {
  if (ids.length === 0) return [];
  const found = await replica.pouch.allDocs({
    keys: [...ids],
    include_docs: true,
    conflicts: true,
  });
  const arrivals: Arrival[] = [];
  for (const { key, value, doc } of found.rows) {
    if (!value) continue;
    const document = doc ?? { _id: key, _rev: value.rev, _deleted: true };
    const arrival = await toArrival(replica, document, tally);
    if (arrival) arrivals.push(arrival);
  }
  return arrivals;
}
