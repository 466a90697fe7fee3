import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import { listAbsent, type SeenPosts } from './absent-posts.ts';
import type { Database } from './database.ts';
import { type FeedState, type NewFeedState, toFeedState } from './feed-state.ts';
import { merge } from './merge-post.ts';

/** The blog's posts as last read, and how the reading of its feed goes. */
export interface PostRepository {
  /** Add the posts or replace them; an excerpt never replaces a whole post. */
  save(posts: readonly Post[]): Promise<void>;
  /**
   * Keep a page of the feed together with how far the reading has come with it: both, or neither.
   * At the end of a reading the posts seen are given, and those the feed has no more are forgotten;
   * one with annotations of the reader's is kept, and says since when it is gone.
   */
  savePage(posts: readonly Post[], state: NewFeedState, seen?: SeenPosts): Promise<void>;
  find(permalink: Permalink): Promise<Post | undefined>;
  /** All known posts, oldest first; those that are gone from the blog among them. */
  list(): Promise<Post[]>;
  findFeedState(): Promise<FeedState | undefined>;
  saveFeedState(state: NewFeedState): Promise<void>;
}

export function createPostRepository(database: Database): PostRepository {
  const { posts: table, states, annotations } = database;

  /** To be called within a transaction. What has not changed is not written: watchers would wake. */
  const put = async (posts: readonly Post[]) => {
    const stored = await table.bulkGet(posts.map(({ permalink }) => permalink));
    const before = new Map(stored.flatMap((post) => (post ? [[post.permalink, post]] : [])));
    const after = new Map(before);
    for (const post of posts) after.set(post.permalink, merge(after.get(post.permalink), post));
    const changed = Array.from(after.values()).filter(
      (post) => !isSame(post, before.get(post.permalink)),
    );
    await table.bulkPut(changed);
  };

  const retire = async (seen: SeenPosts) => {
    const gone = new Date().toISOString();
    for (const post of listAbsent(await table.toArray(), seen)) {
      const marks = annotations.where('target.source').equals(post.permalink);
      if ((await marks.count()) > 0) await table.put({ gone, ...post });
      else await table.delete(post.permalink);
    }
  };

  const putState = (state: NewFeedState) => states.put({ ...state, key: 'feed', at: Date.now() });

  return {
    save: (posts) => database.transaction('rw', table, () => put(posts)),
    async savePage(posts, state, seen) {
      await database.transaction('rw', table, states, annotations, async () => {
        await put(posts);
        if (seen) await retire(seen);
        await putState(state);
      });
    },
    find: (permalink) => table.get(permalink),
    async list() {
      const posts = await table.toArray();
      return posts.sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1));
    },
    async findFeedState() {
      const stored = await states.get('feed');
      return stored && toFeedState(stored);
    },
    async saveFeedState(state) {
      await putState(state);
    },
  };
}

function isSame(a: Post, b: Post | undefined): boolean {
  return b !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(post: Post): unknown {
  return Object.entries(post).sort(([a], [b]) => (a < b ? -1 : 1));
}
