import { BLOG } from '../blog/address.ts';
import type { Post } from '../blog/post.ts';
import { findSite, type Site } from '../blog/site.ts';
import { listAbsent, type SeenPosts } from './absent-posts.ts';
import type { Database } from './database.ts';
import { type FeedState, type NewFeedState, toFeedKey, toFeedState } from './feed-state.ts';
import { markStale, putPosts } from './put-posts.ts';

/** What is read of the blog's feed, and how the reading goes; for whoever reads it. */
export interface FeedRepository {
  /**
   * Keep a page of the feed together with how far the reading has come with it: both, or neither.
   * At the end of a reading the posts seen are given, and those the feed has no more are forgotten;
   * one with annotations of the reader's is kept, and says since when it is gone.
   */
  savePage(posts: readonly Post[], state: NewFeedState, seen?: SeenPosts): Promise<void>;
  findState(): Promise<FeedState | undefined>;
  saveState(state: NewFeedState): Promise<void>;
}

/** @param site whose feed it is: the blog's unless given. */
export function createFeedRepository(database: Database, site: Site = BLOG.host): FeedRepository {
  const { posts: table, states, annotations, relatedStale } = database;
  const key = toFeedKey(site);

  /** To be called within a transaction. Tombstones count: what is deleted can be brought back. */
  const retire = async (seen: SeenPosts) => {
    const gone = new Date().toISOString();
    // Of the posts of other sites this feed says nothing.
    const known = (await table.toArray()).filter(({ permalink }) => findSite(permalink) === site);
    const absent = listAbsent(known, seen);
    for (const post of absent) {
      const marks = annotations.where('target.source').equals(post.permalink);
      if ((await marks.count()) > 0) await table.put({ gone, ...post });
      else await table.delete(post.permalink);
    }
    await markStale(relatedStale, absent);
  };

  const putState = (state: NewFeedState) => states.put({ ...state, key, at: Date.now() });

  return {
    async savePage(posts, state, seen) {
      await database.transaction('rw', [table, states, annotations, relatedStale], async () => {
        await putPosts(database, posts);
        if (seen) await retire(seen);
        await putState(state);
      });
    },
    async findState() {
      const stored = await states.get(key);
      return stored && toFeedState(stored);
    },
    async saveState(state) {
      await putState(state);
    },
  };
}
