import type { DBCore, DBCoreTable, DBCoreTransaction, Dexie } from 'dexie';
import type { AnnotationId } from '../annotation/annotation.ts';
import { createUuid } from '../annotation/uuid.ts';

/** An annotation that was written here and that the server may not have. */
export interface Outgoing {
  id: AnnotationId;
  /** Another one for every write, to tell one that came while the last was being sent. */
  mark: string;
}

/** What an annotation was made from: the base of whatever is written next. */
export interface Synced {
  id: AnnotationId;
  /** CouchDB's name for the revision that was last sent, or taken over. */
  revision: string;
  /** Whether that revision is deleted, or a tombstone. */
  isGone: boolean;
}

/** What sync keeps between two runs; what each holds, `lib/sync` knows. */
export interface SyncState {
  key: 'on' | 'checkpoint' | 'since' | 'held' | 'status' | 'log' | 'checked';
  value: unknown;
}

const WRITTEN = 'annotations';

/**
 * Have every write of annotations, whoever makes it, noted in the outbox, in the same transaction:
 * both are done or neither is. While sync is off nothing is noted.
 *
 * It stands below the tables, not in the repositories, so that no way of writing can forget it.
 * Clearing a table is not among the writes: whoever erases everything does not mean to delete it
 * on other devices.
 */
export function noteWrites(database: Dexie): void {
  database.use({ stack: 'dbcore', name: 'outbox', create: withOutbox });
}

function withOutbox(core: DBCore): DBCore {
  const isThere = core.schema.tables.some(({ name }) => name === 'outbox');
  if (!isThere) return core;
  return {
    ...core,
    transaction(stores, mode, options) {
      const isWrite = mode === 'readwrite' && stores.includes(WRITTEN);
      const all = isWrite ? [...new Set([...stores, 'outbox', 'syncState'])] : stores;
      return core.transaction(all, mode, options);
    },
    table(name) {
      const table = core.table(name);
      return name === WRITTEN ? noting(table, core) : table;
    },
  };
}

function noting(table: DBCoreTable, core: DBCore): DBCoreTable {
  const { extractKey } = table.schema.primaryKey;
  const note = async (trans: DBCoreTransaction, ids: readonly AnnotationId[]) => {
    const on = await core.table('syncState').get({ trans, key: 'on' });
    if (!on || ids.length === 0) return;
    const mark = createUuid();
    const values = ids.map((id): Outgoing => ({ id, mark }));
    await core.table('outbox').mutate({ type: 'put', trans, values });
  };
  return {
    ...table,
    mutate: async (request) => {
      const done = await table.mutate(request);
      if (request.type === 'put' || request.type === 'add') {
        await note(request.trans, request.values.map(extractKey as (value: unknown) => string));
      } else if (request.type === 'delete') await note(request.trans, request.keys);
      return done;
    },
  };
}
