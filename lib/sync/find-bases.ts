import type { Annotation } from '../annotation/annotation.ts';
import type { Outgoing, Synced } from '../storage/outbox.ts';
import { isAlike } from './canonical.ts';
import type { Replica, Version } from './replica.ts';

/** What waits in the outbox, with all that is known of it. */
export interface Waiting {
  outgoing: Outgoing;
  annotation: Annotation | undefined;
  synced: Synced | undefined;
}

/**
 * The versions that what waits was made from. Where none is known, because sync has just been
 * turned on, and the server has the very same, that one is.
 */
export async function findBases(replica: Replica, waiting: readonly Waiting[]) {
  const known = waiting.flatMap(({ synced }) =>
    synced ? [{ id: synced.id, rev: synced.revision }] : [],
  );
  const versions = await replica.findVersions(known);
  const keys = waiting.flatMap(({ outgoing, synced }) => (synced ? [] : [outgoing.id]));
  const { rows } = keys.length > 0 ? await replica.pouch.allDocs({ keys }) : { rows: [] };
  const shown = rows.flatMap(({ key, value }) => (value ? [{ id: key, rev: value.rev }] : []));
  const others = await replica.findVersions(shown);
  const alike = new Map<string, Version>();
  for (const { id, rev } of shown) {
    const version = others.get(`${id} ${rev}`);
    if (version) alike.set(id, version);
  }
  return waiting.map(({ outgoing: { id }, annotation, synced }) => {
    if (synced) return versions.get(`${id} ${synced.revision}`);
    const version = alike.get(id);
    const isBase = annotation && version && isAlike(version.annotation, annotation);
    return isBase ? version : undefined;
  });
}
