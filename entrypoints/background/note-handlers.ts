import browser, { type Runtime } from 'webextension-polyfill';
import { type Annotation, type AnnotationId, noteOf } from '../../lib/annotation/annotation.ts';
import type { BackgroundProtocol, NoteText } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import { annotationId, noteText, parserOf } from '../../lib/messaging/schema.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { DraftRepository } from '../../lib/storage/draft-repository.ts';

export interface NoteServices {
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  announceTarget: (changed: Annotation | undefined) => Promise<void>;
}

type NoteProtocol = Pick<
  BackgroundProtocol,
  'openNote' | 'saveNote' | 'saveDraft' | 'discardDraft'
>;

/**
 * What the note editor asks. It is a page of the extension's own, but stands in a frame on the
 * blog, where browsers may deny it the database; so it asks here.
 */
export function createNoteHandlers({
  annotations,
  drafts,
  announceTarget,
}: NoteServices): Handlers<NoteProtocol, Runtime.MessageSender> {
  return {
    openNote: {
      parse: parserOf(annotationId),
      handle: async (id, sender) => {
        assertOwnPage(sender);
        const [annotation, draft] = await Promise.all([annotations.find(id), drafts.find(id)]);
        return annotation && { annotation, note: draft ?? noteOf(annotation) };
      },
    },
    saveNote: {
      parse: parserOf<NoteText>(noteText),
      handle: async ({ id, note }, sender) => {
        assertOwnPage(sender);
        const saved = await annotations.saveNote(id, note);
        await announceTarget(saved);
        return saved !== undefined;
      },
    },
    saveDraft: {
      parse: parserOf<NoteText>(noteText),
      handle: ({ id, note }, sender) => {
        assertOwnPage(sender);
        return drafts.save(id, note);
      },
    },
    discardDraft: {
      parse: parserOf<AnnotationId>(annotationId),
      handle: (id, sender) => {
        assertOwnPage(sender);
        return drafts.delete(id);
      },
    },
  };
}

/** Notes are written in the extension's own documents; no content script has a reason to ask. */
function assertOwnPage({ url }: Runtime.MessageSender): void {
  const { origin } = new URL(browser.runtime.getURL(''));
  if (!url || new URL(url).origin !== origin) throw new Error('Only the note editor may ask this');
}
