import type PouchDB from 'pouchdb-core';
import type { PouchDocument } from 'pouchdb-core';
import type { Annotation } from '../annotation/annotation.ts';
import { parseContent, toContent } from './documents.ts';
import { historyOf, type Revision, revisionAfter, toRevisions } from './revisions.ts';
import type { Sealing } from './sealing.ts';

/** One revision of an annotation's document, as far as it can be read. */
export interface Version {
  /** From this revision back to the first that is remembered. */
  history: Revision[];
  /** Undefined for a deletion. */
  annotation: Annotation | undefined;
}

/** What a document turned out to be. */
export type Read =
  | { is: 'annotation'; annotation: Annotation }
  | { is: 'deleted' }
  | { is: 'foreign' }
  | { is: 'newer' };

/** A revision to be written, and what it was made from. */
export interface Write {
  id: string;
  /** The parent and what came before it; empty for the first revision. */
  history: readonly Revision[];
  /** Undefined to delete. */
  annotation: Annotation | undefined;
}

/** The reader's copy of the server's database, as annotations. */
export interface Replica {
  pouch: PouchDB;
  read(document: PouchDocument): Promise<Read>;
  /** These revisions, by `id revision`; those that are not kept, or cannot be read, are left out. */
  findVersions(wanted: readonly { id: string; rev: string }[]): Promise<Map<string, Version>>;
  /** Whether a later Waymark, or somebody else, wrote any of these. */
  readAll(wanted: readonly { id: string; rev: string }[]): Promise<ReadVersion[]>;
  /** Store revisions; again is once. Answers their names, in the order of the writes. */
  write(writes: readonly Write[]): Promise<Revision[]>;
}

/** A revision with what was read in it. */
export interface ReadVersion {
  id: string;
  history: Revision[];
  read: Read;
}

const ANNOTATION = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether a document's id is an annotation's; a database has other documents too. */
export function isAnnotationId(id: string): boolean {
  return ANNOTATION.test(id);
}

export function createReplica(pouch: PouchDB, sealing: Sealing): Replica {
  const read = async (document: PouchDocument): Promise<Read> => {
    const { _id: id, _rev: revision, _deleted: isDeleted } = document;
    if (isDeleted) return { is: 'deleted' };
    const fields = Object.fromEntries(
      Object.entries(document).filter(([name]) => !name.startsWith('_')),
    );
    const opened = await sealing.open(id, revision, fields);
    if (opened.is !== 'content') return opened;
    const annotation = parseContent(opened.content, id);
    return annotation ? { is: 'annotation', annotation } : { is: 'foreign' };
  };

  const readAll: Replica['readAll'] = async (wanted) => {
    if (wanted.length === 0) return [];
    const { results } = await pouch.bulkGet({ docs: [...wanted], revs: true });
    const documents = results.flatMap(({ docs }) => docs.flatMap((found) => found?.ok ?? []));
    return Promise.all(
      documents.map(async (document) => ({
        id: document._id,
        history: document._revisions ? historyOf(document._revisions) : [document._rev],
        read: await read(document),
      })),
    );
  };

  return {
    pouch,
    read,
    readAll,
    async findVersions(wanted) {
      const versions = new Map<string, Version>();
      for (const { id, history, read } of await readAll(wanted)) {
        if (read.is !== 'annotation' && read.is !== 'deleted') continue;
        const annotation = read.is === 'annotation' ? read.annotation : undefined;
        versions.set(`${id} ${history[0]}`, { history, annotation });
      }
      return versions;
    },
    async write(writes) {
      const documents = await Promise.all(
        writes.map(async ({ id, history, annotation }) => {
          const content = annotation && toContent(annotation);
          const revision = await revisionAfter(history[0], id, content, sealing);
          const fields = content ? await sealing.seal(id, revision, content) : { _deleted: true };
          const _revisions = toRevisions([revision, ...history]);
          return { _id: id, _rev: revision, _revisions, ...fields };
        }),
      );
      if (documents.length > 0) {
        const failures = await pouch.bulkDocs(documents, { new_edits: false });
        const failed = failures.find(({ error }) => error);
        if (failed) throw failed;
      }
      return documents.map(({ _rev }) => _rev);
    },
  };
}
