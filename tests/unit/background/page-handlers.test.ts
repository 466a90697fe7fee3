import { expect, test, vi } from 'vitest';
import { createPageHandlers } from '../../../entrypoints/background/page-handlers.ts';
import type { Post } from '../../../lib/blog/post.ts';
import type { ReadingRepository } from '../../../lib/storage/reading-repository.ts';
import type { SettingsRepository } from '../../../lib/storage/settings-repository.ts';

const POST = 'https://www.elidedbranches.com/2015/03/one.html';

/** What is noted when a sender says that its post has been opened. */
async function notedOf(sender: { url?: string; frameId?: number }, known: string[] = []) {
  const saveDay = vi.fn(async () => {});
  const { notePostOpened } = createPageHandlers({
    posts: {
      find: async (permalink) => (known.includes(permalink) ? ({ permalink } as Post) : undefined),
    },
    readings: { saveDay } as unknown as ReadingRepository,
    settings: {} as SettingsRepository,
    listShortcuts: async () => [],
  });
  await notePostOpened.handle(notePostOpened.parse({ url: 'https://evil.example/' }), sender);
  return saveDay.mock.calls;
}

test('a day of reading is the reader’s own, and the post is the one whose page the sender is', async () => {
  vi.useFakeTimers({ now: new Date(2026, 4, 4, 23, 30) });
  expect(await notedOf({ url: `${POST}?m=1`, frameId: 0 })).toEqual([[POST, '2026-05-04']]);
  vi.useRealTimers();
});

test('of a page on another site it is noted where the page was read as a post', async () => {
  const url = 'https://quiet.example/on-teams?utm_source=mail';
  const sender = { url, frameId: 0 };
  expect(await notedOf(sender, ['https://quiet.example/on-teams'])).toHaveLength(1);
  expect(await notedOf(sender)).toEqual([]);
});

test.each([
  ['an archive', { url: 'https://www.elidedbranches.com/2015/03/', frameId: 0 }],
  ['a page of another site', { url: 'https://evil.example/2015/03/one.html', frameId: 0 }],
  ['a frame', { url: POST, frameId: 7 }],
  ['nobody', {}],
])('nothing is noted of %s', async (_, sender) => {
  expect(await notedOf(sender)).toEqual([]);
});
