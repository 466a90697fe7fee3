import type { AnnotationId } from '../annotation/annotation.ts';
import type { Beginning, Unsaved, WritingDetails } from '../annotation/writing.ts';
import type { Database } from './database.ts';

/** Keeps what the reader has typed until it is saved as a note. */
export interface DraftRepository {
  /**
   * Keep the note, and with it what else is written, where all of that can be written.
   *
   * @param beginning From where it was written; whoever goes on with the draft goes on from there.
   */
  save(
    id: AnnotationId,
    note: string,
    details?: WritingDetails,
    beginning?: Beginning,
  ): Promise<void>;
  /** The note as it was typed. */
  find(id: AnnotationId): Promise<string | undefined>;
  /** The note and what else was written, as much as was kept, and where it began. */
  findWriting(id: AnnotationId): Promise<Unsaved | undefined>;
  /**
   * Forget the draft: the reader has thrown it away.
   *
   * @param forms Whose it is: one that was typed in another form meanwhile stays.
   */
  delete(id: AnnotationId, forms?: readonly string[]): Promise<void>;
}

export function createDraftRepository(database: Database): DraftRepository {
  const { drafts } = database;
  return {
    async save(id, note, details, beginning) {
      const [form] = beginning?.forms ?? [];
      await drafts.put({
        id,
        note,
        ...(details && { details }),
        ...(beginning && { base: beginning.base }),
        ...(form !== undefined && { form }),
      });
    },
    find: async (id) => (await drafts.get(id))?.note,
    async findWriting(id) {
      const draft = await drafts.get(id);
      if (!draft) return undefined;
      const { note, details, base, form } = draft;
      return { ...details, note, ...(base && { base }), ...(form !== undefined && { form }) };
    },
    delete: (id, forms) => database.transaction('rw', drafts, () => dropDraft(drafts, id, forms)),
  };
}

/**
 * Forget a draft, unless it was typed in another form than these; to be called within a transaction
 * of drafts.
 */
export async function dropDraft(
  drafts: Database['drafts'],
  id: AnnotationId,
  forms?: readonly string[],
): Promise<void> {
  const form = forms && (await drafts.get(id))?.form;
  if (form === undefined || forms?.includes(form)) await drafts.delete(id);
}
