import type { Runtime } from 'webextension-polyfill';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import { aboutNotes, parserOf, permalink } from '../../lib/messaging/schema.ts';
import type { RelatedKeeper } from './related-keeper.ts';
import { listRelatedNotes, type RelatedNotesServices } from './related-notes.ts';

export interface RelatedHandlerServices extends RelatedNotesServices {
  related: RelatedKeeper;
}

type RelatedProtocol = Pick<BackgroundProtocol, 'renewRelated' | 'listRelatedNotes'>;

/** What pages ask about related posts and notes. */
export function createRelatedHandlers(
  services: RelatedHandlerServices,
): Handlers<RelatedProtocol, Runtime.MessageSender> {
  return {
    renewRelated: {
      parse: parserOf<Permalink>(permalink),
      handle: (post) => services.related.renew(post),
    },
    listRelatedNotes: {
      parse: parserOf(aboutNotes),
      handle: (about) => listRelatedNotes(about, services),
    },
  };
}
