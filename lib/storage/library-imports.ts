import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import { asBefore, asDeleted } from '../annotation/changes.ts';
import { mergeVersions } from '../annotation/merge.ts';
import type { Database } from './database.ts';
import { COLOUR_NAMES, type StoredLibrary } from './library-repository.ts';
import { asNew, lastExportOf } from './newness.ts';

/** What was written, and what stood in its place before: all that is needed to undo it. */
export interface Written {
  annotations: readonly Change<Annotation>[];
  others: readonly { table: OtherTable; change: Change<object> }[];
}

type OtherTable = 'posts' | 'readings' | 'drafts' | 'settings';

interface Change<T> {
  key: string;
  before: T | undefined;
  after: T;
}

/** Bringing another library in, with one way back. */
export interface LibraryImports {
  /**
   * Write all of this or nothing, in one transaction. An annotation that has been changed here
   * meanwhile, and is newer, stays, and so does whatever was typed.
   *
   * @param onProgress Called between chunks; what it throws undoes everything.
   */
  write(library: StoredLibrary, onProgress?: (done: number) => void): Promise<Written>;
  /**
   * Take back what was written, and nothing that was done since. What was new is forgotten, unless it was changed since: then
   * it goes to the bin, so that nothing written since is lost.
   */
  undo(written: Written): Promise<void>;
}

/** Written in one go. */
const CHUNK = 500;

export function createLibraryImports(database: Database): LibraryImports {
  const { annotations, drafts, posts, readings, settings } = database;
  const tables = [annotations, drafts, posts, readings, settings];

  /** Write rows, and say what stood in their places. */
  const put = async <T extends object>(
    table: OtherTable,
    values: readonly T[],
    keyOf: (value: T) => string,
  ): Promise<Written['others']> => {
    const rows = database.table<T, string>(table);
    const before = await rows.bulkGet(values.map(keyOf));
    await rows.bulkPut([...values]);
    return values.map((after, i) => ({
      table,
      change: { key: keyOf(after), before: before[i], after },
    }));
  };

  return {
    write: (library, onProgress = () => {}) =>
      database.transaction('rw', tables, async () => {
        const changes: Change<Annotation>[] = [];
        const lastExport = await lastExportOf(settings);
        for (let from = 0; from < library.annotations.length; from += CHUNK) {
          onProgress(from);
          const chunk = library.annotations.slice(from, from + CHUNK);
          const stored = await annotations.bulkGet(chunk.map(({ id }) => id));
          const written = chunk.flatMap((after, i): Change<Annotation>[] => {
            const before = stored[i];
            return before && before.modified >= after.modified
              ? []
              : [{ key: after.id, before, after: asNew(after, lastExport) }];
          });
          await annotations.bulkPut(written.map(({ after }) => after));
          changes.push(...written);
        }
        onProgress(library.annotations.length);
        const names = (await settings.get(COLOUR_NAMES))?.value;
        const named = { ...library.colourNames, ...((names ?? {}) as object) };
        const typed = await drafts.bulkGet(library.drafts.map(({ id }) => id));
        const untyped = library.drafts.filter((_, i) => !typed[i]);
        const others = [
          ...(await put('posts', library.posts, ({ permalink }) => permalink)),
          ...(await put('readings', library.readings, ({ permalink }) => permalink)),
          ...(await put('drafts', untyped, ({ id }) => id)),
          ...(Object.keys(library.colourNames).length > 0
            ? await put('settings', [{ key: COLOUR_NAMES, value: named }], ({ key }) => key)
            : []),
        ];
        return { annotations: changes, others };
      }),
    undo: (written) =>
      database.transaction('rw', tables, async () => {
        const now = await annotations.bulkGet(written.annotations.map(({ key }) => key));
        const kept: Annotation[] = [];
        const forgotten: AnnotationId[] = [];
        written.annotations.forEach(({ key, before, after }, i) => {
          const current = now[i];
          if (before)
            kept.push(current ? mergeVersions(current, after, before) : asBefore(after, before));
          else if (!current) return;
          else if (current.modified === after.modified) forgotten.push(key);
          else if (current.deleted === undefined) kept.push(asDeleted(current));
        });
        const lastExport = await lastExportOf(settings);
        await annotations.bulkPut(kept.map((one) => asNew(one, lastExport)));
        await annotations.bulkDelete(forgotten);
        for (const { table, change } of written.others) {
          const rows = database.table(table);
          const current: unknown = await rows.get(change.key);
          // What has been written again since is nobody's to take back.
          if (JSON.stringify(current) !== JSON.stringify(change.after)) continue;
          await (change.before ? rows.put(change.before) : rows.delete(change.key));
        }
      }),
  };
}
