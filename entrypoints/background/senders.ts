import type { Runtime } from 'webextension-polyfill';
import { BLOG_ORIGIN, isBlogUrl } from '../../lib/blog/address.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';

/**
 * Who asks, as the browser tells and no message can pretend: a page of Waymark's own, the note
 * editor's, which also stands in a frame on the blog, or the content script of a page of the blog.
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
  openNote: BY_EDITOR,
  saveNote: BY_EDITOR,
  saveDraft: BY_EDITOR,
  discardDraft: BY_EDITOR,
  listTags: BY_EDITOR,
  fitFrame: BY_EDITOR,
  closeEditor: BY_EDITOR,
  announceChange: BY_PAGE,
  showAnnotation: BY_PAGE,
  refreshPosts: BY_PAGE,
  cancelRefresh: BY_PAGE,
  renewRelated: BY_PAGE,
  listRelatedNotes: BY_PAGE,
};

export interface SenderServices {
  /** Where Waymark's own pages lie, as `runtime.getURL('')` has it. */
  ownUrl: string;
  /** The posts that annotations are of, deleted or not; undefined where there is none. */
  listSources: (ids: readonly string[]) => Promise<(string | undefined)[]>;
}

/**
 * The same handlers for those who may ask: a content script is taken to be the page's, which may
 * have got hold of it, and reaches nothing of the reader's but on the site it runs on.
 */
export function onlyForSenders(handlers: Served, services: SenderServices): Served {
  const guarded = Object.entries(handlers).map(([name, { parse, handle }]) => {
    const { from, posts, ids } = RULES[name as keyof BackgroundProtocol] as Rule<unknown>;
    const guard = async (argument: unknown, sender: Runtime.MessageSender) => {
      const kind = kindOf(sender, services.ownUrl);
      if (!kind || !from.includes(kind)) throw new Error(`Not to be asked from here: ${name}`);
      if (kind === 'blog') {
        const kept = ids ? await services.listSources(ids(argument)) : [];
        const sources = [
          ...(posts?.(argument) ?? []),
          ...kept.filter((post) => post !== undefined),
        ];
        const site = siteOf(sender.url ?? '');
        if (sources.some((source) => siteOf(source) !== site))
          throw new Error(`Not to be asked of another site’s post: ${name}`);
      }
      return handle(argument as never, sender);
    };
    return [name, { parse, handle: guard }];
  });
  return Object.fromEntries(guarded);
}

/** Who a sender is; undefined for whoever has no business here. */
export function kindOf(
  { url = '', tab }: Runtime.MessageSender,
  ownUrl: string,
): SenderKind | undefined {
  if (url.startsWith(ownUrl)) {
    return URL.parse(url)?.pathname === '/editor.html' ? 'editor' : 'page';
  }
  return tab && isBlogUrl(url) ? 'blog' : undefined;
}

/** The site an address lies on: its origin, which for the blog is one whatever name it goes by. */
function siteOf(url: string): string | undefined {
  return isBlogUrl(url) ? BLOG_ORIGIN : URL.parse(url)?.origin;
}
