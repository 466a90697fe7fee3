import { useState } from 'preact/hooks';
import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import type { UndoBarProps } from '../../components/undo-bar.tsx';
import { type Annotation, noteOf } from '../../lib/annotation/annotation.ts';
import { isWholePost } from '../../lib/annotation/target.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import { type MessageName, say } from '../../lib/language/say.ts';
import type { Services } from './services.ts';

/** Changing annotations, with the way back. */
export interface Editing {
  handlers: AnnotationHandlers;
  undo: UndoBarProps;
  /** Tell the open pages of an annotation that was changed or made. */
  announce(changed: Annotation | undefined): Promise<void>;
  /** Offer to attach an annotation to the place it had, now that it has another. */
  offerToDetach(before: Annotation, message: string): void;
}

/** What was done, and how it is taken back. */
interface Done {
  message: string;
  takeBack: () => Promise<Annotation | undefined>;
}

/**
 * Everything a card can do. The open pages are told, then `onTold`. What was done can be taken back
 * one by one, the last first, until the reader lets the matter rest.
 */
export function useEditing(
  { annotations, drafts, background }: Services,
  onTold: () => Promise<void>,
): Editing {
  const [done, setDone] = useState<readonly Done[]>([]);
  const last = done.at(-1);
  const offer = (one: Done) => setDone((before) => [...before, one]);

  const announce = async (changed: Annotation | undefined) => {
    const source = changed && toPermalink(changed.target.source);
    if (source) await background.announceChange(source);
    await onTold();
  };
  const told = async (change: Promise<Annotation | undefined>) => announce(await change);

  return {
    handlers: {
      onColour: (id, colour) => void told(annotations.saveColour(id, colour)),
      onKind: (id, kind) => void told(annotations.saveKind(id, kind)),
      onTags: (id, tags) => void told(annotations.saveTags(id, tags)),
      onAction: (id, action) => void told(annotations.saveAction(id, action)),
      async onEdit(id, writing) {
        const saved = await annotations.saveWriting(id, writing);
        if (!saved) throw new Error(`No annotation ${id} to write about`);
        await announce(saved);
      },
      async onDelete(id) {
        const gone = await annotations.delete(id);
        if (gone) {
          offer({ message: say(deletionOf(gone)), takeBack: () => annotations.restore(id) });
        }
        await announce(gone);
      },
      listTags: () => annotations.listTags(),
      findDraft: (id) => drafts.findWriting(id),
      onDraft: (id, { note, ...details }) => void drafts.save(id, note, details),
      onDiscard: (id) => void drafts.delete(id),
    },
    undo: {
      message: last?.message,
      async onUndo() {
        if (!last) return;
        setDone((before) => before.filter((one) => one !== last));
        await announce(await last.takeBack());
      },
      onDismiss: () => setDone([]),
    },
    announce,
    offerToDetach: ({ id, target }, message) =>
      offer({ message, takeBack: () => annotations.saveTarget(id, target) }),
  };
}

function deletionOf(gone: Annotation): MessageName {
  if (isWholePost(gone.target)) return 'deletedNote';
  return noteOf(gone) ? 'deletedWithNote' : 'deletedHighlight';
}
