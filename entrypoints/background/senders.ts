import type { Runtime } from 'webextension-polyfill';
import { BLOG } from '../../lib/blog/address.ts';
import { findSite, type Site } from '../../lib/blog/site.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';

/**
 * Who asks, as the browser tells and no message can pretend: a page of Waymark's own, the note
 * editor's, which also stands in a frame on the blog, or the content script of a page of the blog,
 * or of a site that the reader has added.
 */
export type SenderKind = 'page' | 'editor' | 'blog';

type Served = Handlers<BackgroundProtocol, Runtime.MessageSender>;
type ArgumentOf<Name extends keyof Served> = ReturnType<Served[Name]['parse']>;

/** Who may ask something, and what of the reader's it is about where a content script asks. */
interface Rule<Argument> {
  from: readonly SenderKind[];
  /** The posts it is about. */
  posts?: (argument: Argument) => readonly string[];
  /** The annotations it is about, by their ids. */
  ids?: (argument: Argument) => readonly string[];
}

const ofOne = { from: ['blog'], ids: ({ id }: { id: string }) => [id] } as const;
const ofId = { from: ['blog'], ids: (id: string) => [id] } as const;
const BY_BLOG = { from: ['blog'] } as const;
const BY_PAGE = { from: ['page'] } as const;
const BY_EDITOR = { from: ['editor'] } as const;
const ofNote = { from: ['editor'], ids: ({ id }: { id: string }) => [id] } as const;
const ofNoteId = { from: ['editor'], ids: (id: string) => [id] } as const;

/** Every request there is; one that is missing does not compile. */
const RULES: { [Name in keyof BackgroundProtocol]: Rule<ArgumentOf<Name>> } = {
  listAnnotations: { from: ['blog'], posts: (sources) => sources },
  saveAnnotation: {
    // Pages may save what they have, as they may all the rest, in the database itself.
    from: ['blog', 'page'],
    posts: ({ target }) => [target.source],
    // Under the id of another post's it would take that one's place.
    ids: ({ id }) => [id],
  },
  deleteAnnotation: ofId,
  restoreAnnotation: ofId,
  saveTarget: { ...ofOne, posts: ({ target }) => [target.source] },
  saveColour: ofOne,
  saveKind: ofOne,
  saveAction: ofOne,
  saveStates: { from: ['blog'], ids: (states) => Object.keys(states) },
  savePosts: { from: ['blog'], posts: (shown) => shown.map(({ permalink }) => permalink) },
  notePostOpened: BY_BLOG,
  listShortcuts: BY_BLOG,
  readColourNames: { from: ['blog', 'editor'] },
  openNote: ofNoteId,
  saveNote: ofNote,
  saveDraft: ofNote,
  discardDraft: ofNote,
  listTags: BY_EDITOR,
  fitFrame: BY_EDITOR,
  closeEditor: BY_EDITOR,
  announceChange: BY_PAGE,
  showAnnotation: BY_PAGE,
  refreshPosts: BY_PAGE,
  cancelRefresh: BY_PAGE,
  renewRelated: BY_PAGE,
  listRelatedNotes: BY_PAGE,
  syncNow: BY_PAGE,
  stopSync: BY_PAGE,
};

export interface SenderServices {
  /** Where Waymark's own pages lie, as `runtime.getURL('')` has it. */
  ownUrl: string;
  /** The posts that annotations are of, deleted or not; undefined where there is none. */
  listSources: (ids: readonly string[]) => Promise<(string | undefined)[]>;
  /** Whether an address lies on a site that the reader has added. */
  isOnAddedSite: (url: string) => Promise<boolean>;
}

/**
 * The same handlers for those who may ask: a content script is taken to be the page's, which may
 * have got hold of it, and reaches nothing of the reader's but on the site it runs on. Nor does
 * the note editor in a frame, which any page might have made: there it is for notes on the site of
 * the page around it, and on a site that was not added for none.
 */
export function onlyForSenders(handlers: Served, services: SenderServices): Served {
  /** The site of an address, if Waymark works on it. */
  const findAdded = async (url: string): Promise<Site | undefined> => {
    const site = findSite(url);
    return site === BLOG.host || (await services.isOnAddedSite(url)) ? site : undefined;
  };
  const guarded = Object.entries(handlers).map(([name, { parse, handle }]) => {
    const { from, posts, ids } = RULES[name as keyof BackgroundProtocol] as Rule<unknown>;
    const guard = async (argument: unknown, sender: Runtime.MessageSender) => {
      const kind = kindOf(sender, services.ownUrl);
      if (!kind || !from.includes(kind)) throw new Error(`Not to be asked from here: ${name}`);
      if (kind === 'blog' || (kind === 'editor' && isFrame(sender))) {
        const site = await findAdded((kind === 'blog' ? sender.url : sender.tab?.url) ?? '');
        if (!site) throw new Error(`Not to be asked from a site that was not added: ${name}`);
        const kept = ids ? await services.listSources(ids(argument)) : [];
        const sources = [
          ...(posts?.(argument) ?? []),
          ...kept.filter((post) => post !== undefined),
        ];
        if (sources.some((source) => findSite(source) !== site))
          throw new Error(`Not to be asked of another site’s post: ${name}`);
      }
      return handle(argument as never, sender);
    };
    return [name, { parse, handle: guard }];
  });
  return Object.fromEntries(guarded);
}

/**
 * Who a sender is; undefined for whoever has no business here. A script on a page of a site is one
 * of Waymark's only if the reader has added the site.
 */
export function kindOf(
  { url = '', tab }: Runtime.MessageSender,
  ownUrl: string,
): SenderKind | undefined {
  if (url.startsWith(ownUrl)) {
    return URL.parse(url)?.pathname === '/editor.html' ? 'editor' : 'page';
  }
  return tab && findSite(url) !== undefined ? 'blog' : undefined;
}

/** Whether a sender stands within another page. */
function isFrame({ frameId, tab }: Runtime.MessageSender): boolean {
  return tab !== undefined && frameId !== 0;
}
