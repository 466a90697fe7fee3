import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { Post } from '../blog/post.ts';
import type { Database, Draft, Reading } from './database.ts';

/** The setting that is part of a library; see `SettingsRepository`. */
export const COLOUR_NAMES = 'colourNames';

/** All that belongs to a reader, tombstones and drafts included. */
export interface StoredLibrary {
  annotations: Annotation[];
  drafts: Draft[];
  posts: Post[];
  readings: Reading[];
  colourNames: Partial<Record<string, string>>;
}

/** The library as a whole, to take it away. */
export interface LibraryRepository {
  /** All of it; annotations in chunks, so that the page answers in between. */
  read(signal?: AbortSignal): Promise<StoredLibrary>;
  /** All annotations by their ids, tombstones too, some at a time. */
  readAnnotations(): AsyncGenerator<Annotation[], void, undefined>;
  /** Those of these annotations that there are, tombstones too. */
  find(ids: readonly AnnotationId[]): Promise<Map<AnnotationId, Annotation>>;
  /** All of it but the annotations. */
  readSurroundings(): Promise<Omit<StoredLibrary, 'annotations'>>;
}

/** Read in one go: short enough that the page answers in between. */
const CHUNK = 500;

export function createLibraryRepository(database: Database): LibraryRepository {
  const { annotations, drafts, posts, readings, settings } = database;

  const readSurroundings = async () => ({
    drafts: await drafts.toArray(),
    posts: await posts.toArray(),
    readings: await readings.toArray(),
    colourNames: ((await settings.get(COLOUR_NAMES))?.value ?? {}) as Record<string, string>,
  });

  async function* readAnnotations() {
    let last: string | undefined = '';
    while (last !== undefined) {
      const chunk: Annotation[] = await annotations.where('id').above(last).limit(CHUNK).toArray();
      yield chunk;
      last = chunk.length < CHUNK ? undefined : chunk.at(-1)?.id;
    }
  }

  return {
    readSurroundings,
    readAnnotations,
    async read(signal) {
      const all: Annotation[] = [];
      for await (const chunk of readAnnotations()) {
        signal?.throwIfAborted();
        all.push(...chunk);
      }
      return { annotations: all, ...(await readSurroundings()) };
    },
    async find(ids) {
      const found = new Map<AnnotationId, Annotation>();
      for (let from = 0; from < ids.length; from += CHUNK) {
        const rows = await annotations.bulkGet(ids.slice(from, from + CHUNK));
        for (const row of rows) if (row) found.set(row.id, row);
      }
      return found;
    },
  };
}
