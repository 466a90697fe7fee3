import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import { type Annotation, noteJustKept, tagsOf } from '../../lib/annotation/annotation.ts';
import { withAction, withColour, withKind, withTags } from '../../lib/annotation/changes.ts';
import { withFormerNoteBack, withoutFormerNote } from '../../lib/annotation/former-notes.ts';
import { mergeAction, mergeTags } from '../../lib/annotation/merge.ts';
import { say } from '../../lib/language/say.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import type { Changes } from './use-changes.ts';

/** What can be done with one note in its card; every act can be undone. */
export function createNoteHandlers(
  { annotations, bulk, drafts }: Services,
  { run }: Pick<Changes, 'run'>,
  knownTags: readonly string[],
): Required<Omit<AnnotationHandlers, 'sharing'>> {
  const change = (id: string, to: (annotation: Annotation) => Annotation, message: string) =>
    run(
      [id],
      (ids) => bulk.change(ids, to),
      () => message,
    ).catch(fail);
  return {
    onColour: (id, colour) => change(id, (one) => withColour(one, colour), say('didColour')),
    onKind: (id, kind) => change(id, (one) => withKind(one, kind), say('didKind')),
    onTags: (id, tags, before) =>
      change(id, (one) => withTags(one, mergeTags(tagsOf(one), before, tags)), say('didTags')),
    onAction: (id, action, before) =>
      change(
        id,
        (one) => withAction(one, mergeAction(one.action ?? {}, before, action)),
        say('didAction'),
      ),
    onTakeNote: (id, former) =>
      change(id, (one) => withFormerNoteBack(one, former), say('didTakeNote')),
    onDropNote: (id, former) =>
      change(id, (one) => withoutFormerNote(one, former), say('didDropNote')),
    onEdit(id, writing, beginning) {
      let isTorn = false;
      return run(
        [id],
        async () => {
          const before = await annotations.find(id);
          const after = before && (await annotations.saveWriting(id, writing, beginning));
          if (!after) throw new Error(`No note ${id}`);
          isTorn = noteJustKept(after) !== undefined;
          return [{ before, after }];
        },
        () => say(isTorn ? 'didNoteTorn' : 'didNote'),
      ).catch((error: unknown) => {
        fail(error);
        throw error;
      });
    },
    onDelete: (id) => run([id], bulk.delete, () => say('deletedHighlight')).catch(fail),
    listTags: async () => knownTags,
    findDraft: drafts.findWriting,
    onDraft: (id, { note, ...details }, beginning) => drafts.save(id, note, details, beginning),
    onDiscard: (id, { forms }) => drafts.delete(id, forms),
  };
}

function fail(error: unknown): void {
  report('a note could not be changed', error);
}
