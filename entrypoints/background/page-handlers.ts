import type { Runtime } from 'webextension-polyfill';
import type { ShortcutSection } from '../../components/shortcut-list.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import { toSitePermalink } from '../../lib/blog/site-permalink.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import { parseNothing } from '../../lib/messaging/tab-schema.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import type { ReadingRepository } from '../../lib/storage/reading-repository.ts';
import type { SettingsRepository } from '../../lib/storage/settings-repository.ts';

export interface PageHandlerServices {
  posts: Pick<PostRepository, 'find'>;
  readings: ReadingRepository;
  settings: SettingsRepository;
  listShortcuts: () => Promise<ShortcutSection[]>;
}

type PageProtocol = Pick<
  BackgroundProtocol,
  'readColourNames' | 'listShortcuts' | 'notePostOpened'
>;

/** What a page of the blog asks beside its annotations. */
export function createPageHandlers({
  posts,
  readings,
  settings,
  listShortcuts,
}: PageHandlerServices): Handlers<PageProtocol, Runtime.MessageSender> {
  /** On other sites an address does not say whether it is a post's: that a page was read as one does. */
  const findOpened = async (url: string) => {
    const there = toSitePermalink(url);
    return toPermalink(url) ?? (there && (await posts.find(there)) ? there : undefined);
  };
  return {
    readColourNames: {
      parse: parseNothing,
      handle: async () => (await settings.read()).colourNames,
    },
    listShortcuts: { parse: parseNothing, handle: listShortcuts },
    notePostOpened: {
      parse: parseNothing,
      // A page may say anything of itself; where it stands, the browser knows.
      handle: async (_, { url, frameId }) => {
        const permalink = frameId === 0 ? await findOpened(url ?? '') : undefined;
        if (permalink) await readings.saveDay(permalink, toDay(new Date()));
      },
    },
  };
}

/** The day where the reader is, `YYYY-MM-DD`. */
function toDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) =>
    String(number).padStart(2, '0'),
  );
  return `${date.getFullYear()}-${month}-${day}`;
}
