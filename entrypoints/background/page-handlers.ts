import type { Runtime } from 'webextension-polyfill';
import type { ShortcutSection } from '../../components/shortcut-list.ts';
import { toPermalink } from '../../lib/blog/permalink.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import { parseNothing } from '../../lib/messaging/tab-schema.ts';
import type { ReadingRepository } from '../../lib/storage/reading-repository.ts';
import type { SettingsRepository } from '../../lib/storage/settings-repository.ts';

export interface PageHandlerServices {
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
  readings,
  settings,
  listShortcuts,
}: PageHandlerServices): Handlers<PageProtocol, Runtime.MessageSender> {
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
        const permalink = frameId === 0 ? toPermalink(url ?? '') : undefined;
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
