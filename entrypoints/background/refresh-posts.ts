import browser from 'webextension-polyfill';
import { FeedError } from '../../lib/blog/feed-error.ts';
import { listFeedEntries } from '../../lib/blog/feed-pages.ts';
import { fetchJson } from '../../lib/blog/fetch-json.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';

/** Reads the blog's feed into the database. */
export interface PostRefresher {
  /**
   * Read the feed to its end, unless that was done within the last day. Never fails: what went
   * wrong stands in the feed's state. Asked again while it reads, it joins the reading.
   */
  refresh(evenIfFresh: boolean): Promise<void>;
}

const ALARM = 'refresh-posts';
/** The blog has a new post every few weeks. Milliseconds. */
const STALE_AFTER = 24 * 60 * 60 * 1000;

export function createPostRefresher(posts: PostRepository): PostRefresher {
  let reading: Promise<void> | undefined;

  const refresh = async (evenIfFresh: boolean) => {
    const last = await posts.findFeedState();
    const completed = last?.completed;
    if (!evenIfFresh && completed !== undefined && Date.now() - completed < STALE_AFTER) return;
    const kept = completed === undefined ? {} : { completed };
    await posts.saveFeedState({ ...kept, status: 'reading', received: 0 });
    try {
      let received = 0;
      for await (const page of listFeedEntries({ fetchJson })) {
        received = page.received;
        await posts.save(page.entries.map(({ post }) => post));
        const total = page.total === undefined ? {} : { total: page.total };
        await posts.saveFeedState({ ...kept, ...total, status: 'reading', received });
      }
      await posts.saveFeedState({ status: 'done', received, completed: Date.now() });
    } catch (error) {
      if (!(error instanceof FeedError)) console.error('Waymark: reading the feed failed', error);
      const message = error instanceof FeedError ? error.message : 'The blog could not be read.';
      await posts.saveFeedState({ ...kept, status: 'failed', received: 0, error: message });
    }
  };

  return {
    refresh(evenIfFresh) {
      reading ??= refresh(evenIfFresh).finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

/** Look twice a day whether the posts are stale, once the reader has asked for them at all. */
export function refreshRegularly(refresher: PostRefresher): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.alarms.create(ALARM, { periodInMinutes: 12 * 60 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) refresher.refresh(false);
  });
}
