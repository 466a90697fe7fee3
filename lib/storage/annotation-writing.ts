import type { Action } from '../annotation/action.ts';
import {
  type Annotation,
  type AnnotationId,
  type FormerNote,
  tagsOf,
} from '../annotation/annotation.ts';
import { withAction, withTags } from '../annotation/changes.ts';
import { withFormerNoteBack, withoutFormerNote } from '../annotation/former-notes.ts';
import { mergeAction, mergeTags, mergeWriting } from '../annotation/merge.ts';
import { type Beginning, type Writing, writingOf } from '../annotation/writing.ts';
import { createChange } from './change-annotation.ts';
import type { Database } from './database.ts';
import { dropDraft } from './draft-repository.ts';

/** Writing about annotations, of which others may have written since the reader looked. */
export interface AnnotationWriting {
  /**
   * Replace what is written and drop its draft, at once. What others wrote since the reader began
   * stays, as `mergeWriting` has it, and so does a draft of theirs. Undefined when it is gone.
   *
   * @param beginning Without it the reader has seen all that there is.
   */
  saveWriting(
    id: AnnotationId,
    writing: Writing,
    beginning?: Beginning,
  ): Promise<Annotation | undefined>;
  /** Make a former note the note again; the one it has takes its place. Undefined when it is gone. */
  takeFormerNote(id: AnnotationId, former: FormerNote): Promise<Annotation | undefined>;
  /** Forget a former note. Undefined when the annotation is gone. */
  dropFormerNote(id: AnnotationId, former: FormerNote): Promise<Annotation | undefined>;
  /**
   * Give it these tags and no others; or, where it is said which it had before the reader, take and
   * give only those that are another. Undefined when the annotation is gone.
   */
  saveTags(
    id: AnnotationId,
    tags: readonly string[],
    before?: readonly string[],
  ): Promise<Annotation | undefined>;
  /**
   * Say whether an action is done and when it is due, or only which of it is otherwise than
   * before. Undefined when there is no such action.
   */
  saveAction(id: AnnotationId, action: Action, before?: Action): Promise<Annotation | undefined>;
}

export function createAnnotationWriting(database: Database): AnnotationWriting {
  const { annotations, drafts, settings } = database;
  const { changePresent } = createChange(database);
  return {
    saveWriting: (id, writing, beginning) =>
      database.transaction('rw', annotations, drafts, settings, async () => {
        const changed = await changePresent(id, (annotation, now) =>
          mergeWriting(annotation, beginning?.base ?? writingOf(annotation), writing, now),
        );
        if (changed) await dropDraft(drafts, id, beginning?.forms);
        return changed;
      }),
    takeFormerNote: (id, former) =>
      changePresent(id, (annotation, now) => withFormerNoteBack(annotation, former, now)),
    dropFormerNote: (id, former) =>
      changePresent(id, (annotation, now) => withoutFormerNote(annotation, former, now)),
    saveTags: (id, tags, before) =>
      changePresent(id, (annotation, now) => {
        const theirs = tagsOf(annotation);
        return withTags(annotation, mergeTags(theirs, before ?? theirs, tags), now);
      }),
    saveAction: (id, action, before) =>
      changePresent(id, (annotation, now) => {
        const { action: theirs } = annotation;
        return theirs && withAction(annotation, mergeAction(theirs, before ?? theirs, action), now);
      }),
  };
}
