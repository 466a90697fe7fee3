import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import {
  acting,
  annotation,
  annotationId,
  attachedTarget,
  colouring,
  kinding,
  site as ofSite,
  parserOf,
  permalink,
  permalinks,
  posts as postList,
  states as stateRecord,
} from '../../lib/messaging/schema.ts';
import { parseNothing } from '../../lib/messaging/tab-schema.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import type { AnchoringRepository } from '../../lib/storage/anchoring-repository.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { DraftRepository } from '../../lib/storage/draft-repository.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import { isOnAddedSite } from '../sites/granted.ts';
import { addPassage } from './add-passage.ts';
import type { Announcer } from './announce.ts';
import { withoutWords } from './for-page.ts';
import { createNoteHandlers } from './note-handlers.ts';
import { createPageHandlers, type PageHandlerServices } from './page-handlers.ts';
import { createRelatedHandlers, type RelatedHandlerServices } from './related-handlers.ts';
import { kindOf, onlyForSenders } from './senders.ts';
import { showAnnotation } from './show-annotation.ts';
import type { SiteRefreshers } from './site-refreshers.ts';
import type { Syncer } from './syncer.ts';

export interface BackgroundServices extends PageHandlerServices, RelatedHandlerServices {
  anchorings: AnchoringRepository;
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  posts: PostRepository;
  announcer: Announcer;
  refreshers: SiteRefreshers;
  syncer: Syncer;
}

/** What the background does for those who ask. */
export function createHandlers({
  anchorings,
  annotations,
  drafts,
  posts,
  announcer,
  refreshers,
  related,
  syncer,
  ...ofPages
}: BackgroundServices): Handlers<BackgroundProtocol, Runtime.MessageSender> {
  const announceTarget = async (changed: { target: { source: string } } | undefined) => {
    const source = changed && findPermalink(changed.target.source);
    if (source) await announcer.announce(source);
  };
  const ownUrl = browser.runtime.getURL('');
  const handlers: Handlers<BackgroundProtocol, Runtime.MessageSender> = {
    listAnnotations: {
      parse: parserOf(permalinks),
      handle: async (sources, { tab }) => {
        // The page may be in front of the reader.
        syncer.lookSoon();
        if (tab?.id !== undefined) await announcer.showCount(tab.id, tab.url ?? '');
        const lists = await Promise.all(sources.map(annotations.listBySource));
        return lists.flat().map(withoutWords);
      },
    },
    saveAnnotation: {
      parse: parserOf(annotation),
      handle: async (saved, sender) => {
        if (kindOf(sender, ownUrl) === 'page') await annotations.save(saved);
        else await addPassage(annotations, saved);
        await announceTarget(saved);
      },
    },
    deleteAnnotation: {
      parse: parserOf(annotationId),
      handle: async (id) => announceTarget(await annotations.delete(id)),
    },
    restoreAnnotation: {
      parse: parserOf(annotationId),
      handle: async (id) => announceTarget(await annotations.restore(id)),
    },
    saveTarget: {
      parse: parserOf(attachedTarget),
      handle: async ({ id, target }) => {
        const attached = await annotations.saveTarget(id, target);
        await announceTarget(attached);
        return attached !== undefined;
      },
    },
    saveColour: {
      parse: parserOf(colouring),
      handle: async ({ id, colour }) => announceTarget(await annotations.saveColour(id, colour)),
    },
    saveKind: {
      parse: parserOf(kinding),
      handle: async ({ id, kind }) => announceTarget(await annotations.saveKind(id, kind)),
    },
    saveAction: {
      parse: parserOf(acting),
      handle: async ({ id, action }) => announceTarget(await annotations.saveAction(id, action)),
    },
    ...createNoteHandlers({ annotations, drafts, announceTarget, tabClient }),
    ...createPageHandlers({ ...ofPages, posts }),
    ...createRelatedHandlers({ annotations, posts, related }),
    savePosts: { parse: parserOf(postList), handle: (shown) => posts.save(shown) },
    saveStates: { parse: parserOf(stateRecord), handle: (states) => anchorings.save(states) },
    announceChange: {
      parse: parserOf<Permalink>(permalink),
      handle: (source) => announcer.announce(source),
    },
    showAnnotation: {
      parse: parserOf(annotationId),
      handle: async (id) => {
        const annotation = await annotations.find(id);
        if (annotation) await showAnnotation(annotation);
      },
    },
    refreshPosts: {
      parse: parserOf(v.strictObject({ evenIfFresh: v.boolean(), site: ofSite })),
      handle: async ({ evenIfFresh, site }) => (await refreshers.find(site))?.refresh(evenIfFresh),
    },
    cancelRefresh: {
      parse: parserOf(v.strictObject({ site: ofSite })),
      handle: async ({ site }) => (await refreshers.find(site))?.cancel(),
    },
    syncNow: {
      parse: parserOf(v.strictObject({ mayRemove: v.boolean() })),
      handle: ({ mayRemove }) => syncer.sync(mayRemove),
    },
    stopSync: { parse: parseNothing, handle: () => syncer.stop() },
  };
  const { listSources } = annotations;
  return onlyForSenders(handlers, { ownUrl, listSources, isOnAddedSite });
}
