import {
  type Annotation,
  type AnnotationId,
  asDeleted,
  asRestored,
  withColour,
  withNote,
  withTarget,
} from '../annotation/annotation.ts';
import type { Colour } from '../annotation/colour.ts';
import { findSelector } from '../annotation/selector.ts';
import type { Target } from '../annotation/target.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Database } from './database.ts';

/** The only place that knows annotations live in IndexedDB. */
export interface AnnotationRepository {
  /**
   * Add the annotation, or replace the one with the same id. Saving again, after an answer that
   * never came, changes nothing; nor does it bring back what was deleted or edited since.
   */
  save(annotation: Annotation): Promise<void>;
  /** The annotation, unless it does not exist or is deleted. */
  find(id: AnnotationId): Promise<Annotation | undefined>;
  /** The annotations of one post, in reading order. */
  listBySource(source: Permalink): Promise<Annotation[]>;
  /** The newest annotations of all posts, newest first. */
  listLatest(limit: number): Promise<Annotation[]>;
  /** Every annotation, by post and then in reading order. */
  listAll(): Promise<Annotation[]>;
  /** Replace the note and drop its draft, at once. Undefined when the annotation is gone. */
  saveNote(id: AnnotationId, note: string): Promise<Annotation | undefined>;
  /**
   * Attach the annotation to another place of its post, keeping the one it had as history; back
   * to the last one is an undo. Again is once. Undefined when the annotation is gone, or of
   * another post.
   */
  saveTarget(id: AnnotationId, target: Target): Promise<Annotation | undefined>;
  /** Mark the passage in another colour. Undefined when the annotation is gone. */
  saveColour(id: AnnotationId, colour: Colour): Promise<Annotation | undefined>;
  /** Leave a tombstone, which `restore` can undo. Undefined when there was nothing to delete. */
  delete(id: AnnotationId): Promise<Annotation | undefined>;
  /** Bring a deleted annotation back. Undefined when there is none. */
  restore(id: AnnotationId): Promise<Annotation | undefined>;
}

export function createAnnotationRepository(database: Database): AnnotationRepository {
  const { annotations, drafts } = database;

  /** Read, change and write one row in one transaction, so that no other write is lost between. */
  const change = (id: AnnotationId, to: (annotation: Annotation) => Annotation | undefined) =>
    database.transaction('rw', annotations, drafts, async () => {
      const annotation = await annotations.get(id);
      const changed = annotation && to(annotation);
      if (changed) await annotations.put(changed);
      return changed;
    });

  return {
    async save(annotation) {
      await database.transaction('rw', annotations, async () => {
        const stored = await annotations.get(annotation.id);
        if (!stored || stored.modified < annotation.modified) await annotations.put(annotation);
      });
    },
    async find(id) {
      const annotation = await annotations.get(id);
      return annotation && isPresent(annotation) ? annotation : undefined;
    },
    async listBySource(source) {
      const rows = await annotations.where('target.source').equals(source).toArray();
      return rows.filter(isPresent).sort(inReadingOrder);
    },
    listLatest: (limit) =>
      annotations.orderBy('created').reverse().filter(isPresent).limit(limit).toArray(),
    async listAll() {
      const rows = await annotations.toArray();
      return rows.filter(isPresent).sort(bySourceInReadingOrder);
    },
    saveNote: (id, note) =>
      database.transaction('rw', annotations, drafts, async () => {
        const changed = await change(id, (annotation) =>
          isPresent(annotation) ? withNote(annotation, note) : undefined,
        );
        if (changed) await drafts.delete(id);
        return changed;
      }),
    saveTarget: (id, target) =>
      change(id, (annotation) =>
        isPresent(annotation) && annotation.target.source === target.source
          ? withTarget(annotation, target)
          : undefined,
      ),
    saveColour: (id, colour) =>
      change(id, (annotation) =>
        isPresent(annotation) ? withColour(annotation, colour) : undefined,
      ),
    delete: (id) =>
      change(id, (annotation) => (isPresent(annotation) ? asDeleted(annotation) : undefined)),
    restore: (id) =>
      change(id, (annotation) => (isPresent(annotation) ? undefined : asRestored(annotation))),
  };
}

function isPresent({ deleted }: Annotation): boolean {
  return deleted === undefined;
}

function inReadingOrder(a: Annotation, b: Annotation): number {
  return startOf(a) - startOf(b) || (a.created < b.created ? -1 : 1);
}

function bySourceInReadingOrder(a: Annotation, b: Annotation): number {
  if (a.target.source === b.target.source) return inReadingOrder(a, b);
  return a.target.source < b.target.source ? -1 : 1;
}

function startOf({ target }: Annotation): number {
  return findSelector(target.selector, 'TextPositionSelector')?.start ?? Number.POSITIVE_INFINITY;
}
