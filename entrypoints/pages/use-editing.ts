import { useState } from 'preact/hooks';
import type { PopupViewProps } from '../../components/popup-view.tsx';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import type { Colour } from '../../lib/annotation/colour.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import type { Services } from './services.ts';

/** Changing annotations, with the way back. */
export interface Editing {
  view: Pick<PopupViewProps, 'onColour' | 'onEdit' | 'onDelete' | 'onDraft' | 'undo'>;
  /** Offer to attach an annotation to the place it had, now that it has another. */
  offerToDetach(before: Annotation, message: string): void;
}

/** What was done, and how it is taken back. */
interface Done {
  message: string;
  takeBack: () => Promise<Annotation | undefined>;
}

/** Editing notes, colouring and deleting annotations. The open pages are told, then `onTold`. */
export function useEditing(
  { annotations, drafts, background }: Services,
  onTold: () => Promise<void>,
): Editing {
  const [done, setDone] = useState<Done>();

  const announce = async (changed: Annotation | undefined) => {
    const source = changed && toPermalink(changed.target.source);
    if (source) await background.announceChange(source);
    await onTold();
  };

  return {
    view: {
      async onColour(id: AnnotationId, colour: Colour) {
        await announce(await annotations.saveColour(id, colour));
      },
      async onEdit(id: AnnotationId, note: string) {
        await announce(await annotations.saveNote(id, note));
      },
      async onDelete(id: AnnotationId) {
        const gone = await annotations.delete(id);
        setDone(
          gone && {
            message: noteOf(gone) ? 'Highlight and note deleted' : 'Highlight deleted',
            takeBack: () => annotations.restore(id),
          },
        );
        await announce(gone);
      },
      onDraft: (id, note) => drafts.save(id, note),
      undo: {
        message: done?.message,
        async onUndo() {
          if (!done) return;
          setDone(undefined);
          await announce(await done.takeBack());
        },
        onDismiss: () => setDone(undefined),
      },
    },
    offerToDetach: ({ id, target }, message) =>
      setDone({ message, takeBack: () => annotations.saveTarget(id, target) }),
  };
}
