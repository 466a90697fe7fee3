import { useState } from 'preact/hooks';
import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import type { UndoBarProps } from '../../components/undo-bar.tsx';
import {
  type Annotation,
  type AnnotationId,
  noteJustKept,
  noteOf,
} from '../../lib/annotation/annotation.ts';
import { isWholePost } from '../../lib/annotation/target.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import { type MessageName, say } from '../../lib/language/say.ts';
import { report } from './report.ts';
import type { Services } from './services.ts';
import { useUndoKey } from './use-undo-key.ts';

/** Changing annotations, with the way back. */
export interface Editing {
  handlers: AnnotationHandlers;
  undo: UndoBarProps;
  /** Tell the open pages of an annotation that was changed or made. */
  announce(changed: Annotation | undefined): Promise<void>;
  /** Offer to attach an annotation to the place it had, now that it has another. */
  offerToDetach(before: Annotation, message: string): void;
  /** Say what was done, and offer to take it back. */
  offer(message: string, takeBack: () => Promise<void>): void;
}

/** What was done, and how it is taken back. */
interface Done {
  message: string;
  takeBack: () => Promise<Annotation | undefined>;
}

/**
 * Everything a card can do. The open pages are told, then `onTold`. What was done can be taken back
 * one by one, the last first, by the key even after the reader has sent the offer away.
 */
export function useEditing(
  { annotations, bulk, drafts, background }: Services,
  onTold: () => Promise<void>,
): Editing {
  const [done, setDone] = useState<readonly Done[]>([]);
  const [isOffered, setOffered] = useState(false);
  const last = done.at(-1);
  const offer = (one: Done) => {
    setDone((before) => [...before, one]);
    setOffered(true);
  };

  const announce = async (changed: Annotation | undefined) => {
    const source = changed && findPermalink(changed.target.source);
    if (source) await background.announceChange(source);
    await onTold();
  };
  const undo = async () => {
    if (!last) return;
    setOffered(true);
    setDone((before) => before.filter((one) => one !== last));
    await announce(await last.takeBack());
  };
  useUndoKey(last && undo);
  const told = async (change: Promise<Annotation | undefined>) => announce(await change);
  /** Change what is written, with the way back to what was. */
  const rewrite = async (
    id: AnnotationId,
    message: MessageName,
    act: () => Promise<Annotation | undefined>,
  ) => {
    const before = await annotations.find(id);
    const after = await act();
    if (before && after) {
      const isTorn = noteJustKept(after) !== undefined;
      offer({
        message: say(isTorn ? 'didNoteTorn' : message),
        async takeBack() {
          await bulk.undo([{ before, after }]);
          return after;
        },
      });
    }
    await announce(after);
    return after;
  };

  return {
    handlers: {
      onColour: (id, colour) => void told(annotations.saveColour(id, colour)),
      onKind: (id, kind) => void rewrite(id, 'didKind', () => annotations.saveKind(id, kind)),
      onTags: (id, tags, before) =>
        void rewrite(id, 'didTags', () => annotations.saveTags(id, tags, before)),
      onAction: (id, action, before) => void told(annotations.saveAction(id, action, before)),
      onTakeNote: (id, former) =>
        void rewrite(id, 'didTakeNote', () => annotations.takeFormerNote(id, former)),
      onDropNote: (id, former) =>
        void rewrite(id, 'didDropNote', () => annotations.dropFormerNote(id, former)),
      async onEdit(id, writing, beginning) {
        const write = () => annotations.saveWriting(id, writing, beginning);
        const saved = await rewrite(id, 'didNote', write).catch((error: unknown) => {
          report('saving a note', error);
          throw error;
        });
        if (!saved) throw new Error(`No annotation ${id} to write about`);
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
      onDraft: (id, { note, ...details }, beginning) =>
        void drafts.save(id, note, details, beginning),
      onDiscard: (id, { forms }) => void drafts.delete(id, forms),
    },
    undo: {
      message: isOffered ? last?.message : undefined,
      onUndo: undo,
      onDismiss: () => setOffered(false),
    },
    announce,
    offer: (message, takeBack) =>
      offer({
        message,
        async takeBack() {
          await takeBack();
          return undefined;
        },
      }),
    offerToDetach: ({ id, target }, message) =>
      offer({ message, takeBack: () => annotations.saveTarget(id, target) }),
  };
}

function deletionOf(gone: Annotation): MessageName {
  if (isWholePost(gone.target)) return 'deletedNote';
  return noteOf(gone) ? 'deletedWithNote' : 'deletedHighlight';
}
