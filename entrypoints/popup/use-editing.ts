import { useState } from 'preact/hooks';
import type { PopupViewProps } from '../../components/popup-view.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import type { PopupServices } from './services.ts';

/** Editing notes and deleting annotations, with the way back. The open pages are told. */
export function useEditing({
  annotations,
  drafts,
  background,
}: PopupServices): Pick<PopupViewProps, 'onEdit' | 'onDelete' | 'onDraft' | 'undo'> {
  const [deleted, setDeleted] = useState<Annotation>();

  const announce = async (changed: Annotation | undefined) => {
    const source = changed && toPermalink(changed.target.source);
    if (source) await background.announceChange(source);
  };

  return {
    async onEdit(id: AnnotationId, note: string) {
      await announce(await annotations.saveNote(id, note));
    },
    async onDelete(id: AnnotationId) {
      const gone = await annotations.delete(id);
      setDeleted(gone);
      await announce(gone);
    },
    onDraft: (id, note) => drafts.save(id, note),
    undo: {
      message: deleted && (noteOf(deleted) ? 'Highlight and note deleted' : 'Highlight deleted'),
      async onUndo() {
        if (!deleted) return;
        setDeleted(undefined);
        await announce(await annotations.restore(deleted.id));
      },
      onDismiss: () => setDeleted(undefined),
    },
  };
}
