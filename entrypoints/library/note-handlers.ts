import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { withAction, withColour, withKind, withTags } from '../../lib/annotation/changes.ts';
import { say } from '../../lib/language/say.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import type { Changes } from './use-changes.ts';

/** What can be done with one note in its card; every act can be undone. */
export function createNoteHandlers(
  { annotations, bulk, drafts }: Services,
  { run }: Pick<Changes, 'run'>,
  knownTags: readonly string[],
): Required<AnnotationHandlers> {
  const change = (id: string, to: (annotation: Annotation) => Annotation, message: string) =>
    run(
      [id],
      (ids) => bulk.change(ids, to),
      () => message,
    ).catch(fail);
  return {
    onColour: (id, colour) => change(id, (one) => withColour(one, colour), say('didColour')),
    onKind: (id, kind) => change(id, (one) => withKind(one, kind), say('didKind')),
    onTags: (id, tags) => change(id, (one) => withTags(one, tags), say('didTags')),
    onAction: (id, action) => change(id, (one) => withAction(one, action), say('didAction')),
    onEdit: (id, writing) =>
      run(
        [id],
        async () => {
          const before = await annotations.find(id);
          const saved = before && (await annotations.saveWriting(id, writing));
          if (!saved) throw new Error(`No note ${id}`);
          return [before];
        },
        () => say('didNote'),
      ).catch((error: unknown) => {
        fail(error);
        throw error;
      }),
    onDelete: (id) => run([id], bulk.delete, () => say('deletedHighlight')).catch(fail),
    listTags: async () => knownTags,
    findDraft: drafts.findWriting,
    onDraft: (id, { note, ...details }) => drafts.save(id, note, details),
    onDiscard: (id) => drafts.delete(id),
  };
}

function fail(error: unknown): void {
  report('a note could not be changed', error);
}
