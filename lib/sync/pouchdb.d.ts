/*
 * As much of PouchDB 9 as is used here; its packages bring no types. What a server has sent is
 * `unknown`: it is parsed before anything is made of it.
 */

declare module 'pouchdb-core' {
  /** A stored document: what Waymark wrote, or whatever else stands in the database. */
  export interface PouchDocument {
    _id: string;
    _rev: string;
    _deleted?: boolean;
    /** The other open leaves that are not deleted, where they were asked for. */
    _conflicts?: string[];
    /** The document's revisions from this one back, where they were asked for. */
    _revisions?: { start: number; ids: string[] };
    [field: string]: unknown;
  }

  export interface PouchChange {
    id: string;
    seq: number | string;
    deleted?: boolean;
    changes: { rev: string }[];
  }

  export interface PouchFailure {
    name?: string;
    message?: string;
    status?: number;
    error?: unknown;
    reason?: string;
  }

  export interface ReplicationResult {
    docs_read: number;
    docs_written: number;
    doc_write_failures: number;
    errors: PouchFailure[];
    last_seq: number | string;
    /** How many changes are still to come, where the server says it: CouchDB since version 2. */
    pending?: number;
    ok?: boolean;
    status?: string;
  }

  /** A replication that is running, and the promise of its result. */
  export interface Replication extends Promise<ReplicationResult> {
    on(event: 'change', listener: (progress: ReplicationResult) => void): this;
    on(event: 'denied' | 'error', listener: (failure: PouchFailure) => void): this;
    cancel(): void;
  }

  export interface ReplicationOptions {
    batch_size?: number;
    batches_limit?: number;
    retry?: boolean;
    live?: boolean;
    checkpoint?: 'source' | 'target' | false;
    /** Begin after that, and note at once that the other side has everything up to there. */
    since?: number | string | undefined;
    doc_ids?: string[];
  }

  export interface GetOptions {
    rev?: string;
    revs?: boolean;
    conflicts?: boolean;
  }

  export default class PouchDB {
    static plugin(plugin: unknown): typeof PouchDB;
    constructor(name: string, options?: Record<string, unknown>);
    name: string;
    info(): Promise<{ doc_count: number; update_seq: number | string; db_name: string }>;
    get(id: string, options?: GetOptions): Promise<PouchDocument>;
    bulkDocs(
      documents: readonly object[],
      options?: { new_edits?: boolean },
    ): Promise<{ id?: string; error?: unknown; status?: number; message?: string }[]>;
    allDocs(options: { keys: string[]; include_docs?: boolean; conflicts?: boolean }): Promise<{
      rows: {
        key: string;
        error?: string;
        value?: { rev: string; deleted?: boolean } | null;
        doc?: PouchDocument | null;
      }[];
    }>;
    bulkGet(options: {
      docs: { id: string; rev?: string }[];
      revs?: boolean;
    }): Promise<{ results: { id: string; docs: ({ ok?: PouchDocument } | undefined)[] }[] }>;
    changes(options: {
      since: number | string;
      limit?: number;
      /** Whether every open revision of a document is told, and not only the one that is shown. */
      style?: 'all_docs';
    }): Promise<{ results: PouchChange[]; last_seq: number | string }>;
    replicate: {
      to(remote: PouchDB, options?: ReplicationOptions): Replication;
      from(remote: PouchDB, options?: ReplicationOptions): Replication;
    };
    close(): Promise<void>;
    destroy(): Promise<unknown>;
  }
}

declare module 'pouchdb-adapter-indexeddb' {
  const plugin: unknown;
  export default plugin;
}

declare module 'pouchdb-adapter-http' {
  const plugin: unknown;
  export default plugin;
}

declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
