import type { Runtime } from 'webextension-polyfill';
import { type Annotation, noteJustKept } from '../../lib/annotation/annotation.ts';
import { toOpened } from '../../lib/annotation/writing.ts';
import type { BackgroundProtocol, TabProtocol } from '../../lib/messaging/protocol.ts';
import type { Client, Handlers } from '../../lib/messaging/rpc.ts';
import {
  annotationId,
  height,
  parserOf,
  thrownDraft,
  writtenNote,
} from '../../lib/messaging/schema.ts';
import { parseNothing } from '../../lib/messaging/tab-schema.ts';
import type { WrittenNote } from '../../lib/messaging/written-note.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { DraftRepository } from '../../lib/storage/draft-repository.ts';

export interface NoteServices {
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  announceTarget: (changed: Annotation | undefined) => Promise<void>;
  /** The page that the editor's frame stands in. */
  tabClient: (tabId: number) => Pick<Client<TabProtocol>, 'fitFrame' | 'closeEditor'>;
}

type NoteProtocol = Pick<
  BackgroundProtocol,
  'openNote' | 'saveNote' | 'saveDraft' | 'discardDraft' | 'listTags' | 'fitFrame' | 'closeEditor'
>;

type ThrownDraft = Pick<WrittenNote, 'id' | 'beginning'>;

/**
 * What the note editor asks. It is a page of the extension's own, but stands in a frame on the
 * blog, where browsers may deny it the database; so it asks here.
 */
export function createNoteHandlers({
  annotations,
  drafts,
  announceTarget,
  tabClient,
}: NoteServices): Handlers<NoteProtocol, Runtime.MessageSender> {
  return {
    openNote: {
      parse: parserOf(annotationId),
      handle: async (id) => {
        const [annotation, draft] = await Promise.all([
          annotations.find(id),
          drafts.findWriting(id),
        ]);
        return annotation && { annotation, ...toOpened(annotation, draft) };
      },
    },
    saveNote: {
      parse: parserOf<WrittenNote>(writtenNote),
      handle: async ({ id, writing, beginning }) => {
        const saved = await annotations.saveWriting(id, writing, beginning);
        await announceTarget(saved);
        const other = saved && noteJustKept(saved);
        return saved && { ...(other !== undefined && { other }) };
      },
    },
    saveDraft: {
      parse: parserOf<WrittenNote>(writtenNote),
      handle: ({ id, writing: { note, ...rest }, beginning }) =>
        drafts.save(id, note, rest, beginning),
    },
    listTags: { parse: parseNothing, handle: () => annotations.listTags() },
    fitFrame: {
      parse: parserOf(height),
      handle: async (inPixels, { tab }) => {
        if (tab?.id !== undefined) await tabClient(tab.id).fitFrame(inPixels);
      },
    },
    closeEditor: {
      parse: parseNothing,
      handle: async (_, { tab }) => {
        if (tab?.id !== undefined) await tabClient(tab.id).closeEditor();
      },
    },
    discardDraft: {
      parse: parserOf<ThrownDraft>(thrownDraft),
      handle: ({ id, beginning: { forms } }) => drafts.delete(id, forms),
    },
  };
}
