import { type Annotation, type AnnotationId, isPresent, tagsOf } from '../annotation/annotation.ts';
import { asDeleted, asRestored, withColour, withKind, withTarget } from '../annotation/changes.ts';
import type { Colour } from '../annotation/colour.ts';
import type { Kind } from '../annotation/kind.ts';
import { toShown } from '../annotation/mend.ts';
import { tagsByUse } from '../annotation/tags-by-use.ts';
import type { Target } from '../annotation/target.ts';
import type { Permalink } from '../blog/permalink.ts';
import { type AnnotationWriting, createAnnotationWriting } from './annotation-writing.ts';
import { createChange } from './change-annotation.ts';
import type { Database } from './database.ts';
import { asNew, lastExportOf } from './newness.ts';
import { bySourceInReadingOrder, inReadingOrder } from './reading-order.ts';

/** The only place that knows annotations live in IndexedDB. */
export interface AnnotationRepository extends AnnotationWriting {
  /**
   * Add the annotation, or replace the one with the same id. Saving again, after an answer that
   * never came, changes nothing; nor does it bring back what was deleted or edited since.
   */
  save(annotation: Annotation): Promise<void>;
  /** The annotation, unless it does not exist or is deleted. */
  find(id: AnnotationId): Promise<Annotation | undefined>;
  /** The posts that annotations are of, deleted ones too; undefined where there is none. */
  listSources(ids: readonly AnnotationId[]): Promise<(string | undefined)[]>;
  /** The annotations of one post, in reading order. */
  listBySource(source: Permalink): Promise<Annotation[]>;
  /** The newest annotations of all posts, newest first. */
  listLatest(limit: number): Promise<Annotation[]>;
  /** How many there are, deleted ones left out. */
  count(): Promise<number>;
  /** Every annotation, by post and then in reading order. */
  listAll(): Promise<Annotation[]>;
  /** The tags of what is not deleted, the most used first; of one tag in several spellings the first of them. */
  listTags(): Promise<string[]>;
  /**
   * Attach the annotation to another place of its post, keeping the one it had as history; back
   * to the last one is an undo. Again is once. Undefined when the annotation is gone, or of
   * another post.
   */
  saveTarget(id: AnnotationId, target: Target): Promise<Annotation | undefined>;
  /** Mark the passage in another colour. Undefined when the annotation is gone. */
  saveColour(id: AnnotationId, colour: Colour): Promise<Annotation | undefined>;
  /** Make it another kind of annotation. Undefined when the annotation is gone. */
  saveKind(id: AnnotationId, kind: Kind): Promise<Annotation | undefined>;
  /** Leave a tombstone, which `restore` can undo. Undefined when there was nothing to delete. */
  delete(id: AnnotationId): Promise<Annotation | undefined>;
  /** Bring a deleted annotation back. Undefined when there is none. */
  restore(id: AnnotationId): Promise<Annotation | undefined>;
}

export function createAnnotationRepository(database: Database): AnnotationRepository {
  const { annotations, settings } = database;
  const { change, changePresent } = createChange(database);

  return {
    ...createAnnotationWriting(database),
    async save(annotation) {
      await database.transaction('rw', annotations, settings, async () => {
        const stored = toShown(await annotations.get(annotation.id));
        if (stored && stored.modified >= annotation.modified) return;
        await annotations.put(asNew(annotation, await lastExportOf(settings)));
      });
    },
    async find(id) {
      const annotation = toShown(await annotations.get(id));
      return annotation && isPresent(annotation) ? annotation : undefined;
    },
    async listSources(ids) {
      const rows = await annotations.bulkGet([...ids]);
      return rows.map((row) => row?.target.source);
    },
    async listBySource(source) {
      const rows = await annotations.where('target.source').equals(source).toArray();
      return presentOf(rows).sort(inReadingOrder);
    },
    async listLatest(limit) {
      const newest = annotations.orderBy('created').reverse().filter(isPresent);
      return presentOf(await newest.limit(limit).toArray());
    },
    count: async () =>
      (await annotations.count()) - (await annotations.where('deleted').above('').count()),
    async listAll() {
      const rows = await annotations.toArray();
      return presentOf(rows).sort(bySourceInReadingOrder);
    },
    async listTags() {
      // The index alone is read, in which deleted ones are too: they are counted out again.
      const [keys, deleted] = await database.transaction('r', annotations, () =>
        Promise.all([
          annotations.orderBy('tags').keys(),
          annotations.where('deleted').above('').toArray(),
        ]),
      );
      return tagsByUse(keys as string[], deleted.flatMap(tagsOf));
    },
    saveTarget: (id, target) =>
      changePresent(id, (annotation, now) =>
        annotation.target.source === target.source
          ? withTarget(annotation, target, now)
          : undefined,
      ),
    saveColour: (id, colour) =>
      changePresent(id, (annotation, now) => withColour(annotation, colour, now)),
    saveKind: (id, kind) => changePresent(id, (annotation, now) => withKind(annotation, kind, now)),
    delete: (id) => changePresent(id, (annotation, now) => asDeleted(annotation, now)),
    restore: (id) =>
      change(id, (annotation, now) =>
        isPresent(annotation) ? undefined : asRestored(annotation, now),
      ),
  };
}

/** Rows that can be shown and are not deleted; see `toShown`. */
function presentOf(rows: readonly unknown[]): Annotation[] {
  return rows.flatMap((row) => toShown(row) ?? []).filter(isPresent);
}
