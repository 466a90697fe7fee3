import type { AnnotationId } from '../annotation/annotation.ts';
import type { Writing, WritingDetails } from '../annotation/writing.ts';
import type { Database } from './database.ts';

/** Keeps what the reader has typed until it is saved as a note. */
export interface DraftRepository {
  /** Keep the note, and with it what else is written, where all of that can be written. */
  save(id: AnnotationId, note: string, details?: WritingDetails): Promise<void>;
  /** The note as it was typed. */
  find(id: AnnotationId): Promise<string | undefined>;
  /** The note and what else was written; as much as was kept. */
  findWriting(id: AnnotationId): Promise<Partial<Writing> | undefined>;
  /** Forget the draft: the reader has thrown it away. */
  delete(id: AnnotationId): Promise<void>;
}

export function createDraftRepository({ drafts }: Database): DraftRepository {
  return {
    async save(id, note, details) {
      await drafts.put({ id, note, ...(details && { details }) });
    },
    find: async (id) => (await drafts.get(id))?.note,
    async findWriting(id) {
      const draft = await drafts.get(id);
      return draft && { ...draft.details, note: draft.note };
    },
    delete: (id) => drafts.delete(id),
  };
}
