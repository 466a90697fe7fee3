import type { NewFeedState } from '../../lib/storage/feed-state.ts';
import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import { BESIDE_THE_PAGE } from './views/beside-the-page.ts';
import { GROUP } from './views/group.ts';
import { EMPTY_LIBRARY, LIBRARY } from './views/library.ts';
import { ON_THE_PAGE } from './views/on-the-page.ts';
import { SETTINGS } from './views/settings.ts';
import { comesToRest, filled, PANEL, POPUP, setStage, type View } from './views/stage.ts';

/*
 * Every view of Waymark's, for whoever looks at all of them: the tests of accessibility and the
 * script that takes pictures. A new view is a line in one of these lists.
 */

/** A side panel in which the related posts, which the blog is read for, stand in sight. */
const TALL = { ...PANEL, height: 1300 };

/** In a browser that was just installed; the last ones have the blog's posts read. */
const UNUSED: readonly View<Driver>[] = [
  ...EMPTY_LIBRARY,
  {
    name: 'popup-empty',
    ...POPUP,
    open: async (waymark) => {
      const post = await waymark.open('/2015/02/skip-level-meetings.html');
      return filled(await waymark.openPopup(post), 'No notes on this post yet.', 'Chosen from');
    },
  },
  {
    name: 'side-panel-offline',
    ...TALL,
    open: async (waymark) => {
      await keepFeed(waymark, { status: 'offline' });
      const post = await waymark.open('/2015/02/skip-level-meetings.html');
      return filled(await waymark.openSidePanel(post), 'You are offline.');
    },
  },
  {
    name: 'side-panel-failed',
    ...TALL,
    open: async (waymark) => {
      await keepFeed(waymark, { status: 'failed', failure: { code: 'refused', status: 503 } });
      const post = await waymark.open('/2015/02/skip-level-meetings.html');
      return filled(await waymark.openSidePanel(post), 'The blog could not be read just now.');
    },
  },
  {
    name: 'side-panel-empty',
    ...PANEL,
    open: async (waymark) => {
      await keepFeed(waymark, { status: 'cancelled', retryAt: 0 });
      const nowhere = await waymark.open('/no-such-page.html');
      return filled(await waymark.openSidePanel(nowhere), 'No notes yet.');
    },
  },
];

/** How the last reading of the blog went: for as long as a view is looked at, no other begins. */
async function keepFeed(waymark: Driver, state: Partial<NewFeedState>): Promise<void> {
  const at = Date.now();
  const feed = { key: 'feed', received: 0, at, retryAt: at + 15_000, ...state };
  await waymark.keep({ states: [feed] });
}

const USED: readonly View[] = [
  ...BESIDE_THE_PAGE,
  ...LIBRARY,
  ...SETTINGS,
  ...ON_THE_PAGE,
  ...GROUP,
];

/** A view, and the document in which it is open. */
export type Visit = (view: View<never>, surface: Surface) => Promise<void>;

/**
 * Open one view after another in a new browser, and close each when the visit is over.
 *
 * @param isWanted whether to visit a view of this name; all of them unless given.
 */
export async function visitViews(
  waymark: Driver,
  visit: Visit,
  isWanted: (name: string) => boolean = () => true,
): Promise<void> {
  const visitAll = async <On>(views: readonly View<On>[], on: On) => {
    for (const view of views.filter(({ name }) => isWanted(name))) {
      const surface = await view.open(on);
      await surface.setSize(view.width, view.height);
      await comesToRest(surface);
      await visit(view, surface);
      await surface.close();
    }
  };
  await visitAll(UNUSED, waymark);
  await visitAll(USED, await setStage(waymark));
}
