import type { AnnotationId } from '../annotation/annotation.ts';
import type { Database } from './database.ts';

/** Keeps what the reader has typed until it is saved as a note. */
export interface DraftRepository {
  save(id: AnnotationId, note: string): Promise<void>;
  find(id: AnnotationId): Promise<string | undefined>;
  /** Forget the draft: the reader has thrown it away. */
  delete(id: AnnotationId): Promise<void>;
}

export function createDraftRepository({ drafts }: Database): DraftRepository {
  return {
    async save(id, note) {
      await drafts.put({ id, note });
    },
    find: async (id) => (await drafts.get(id))?.note,
    delete: (id) => drafts.delete(id),
  };
}
