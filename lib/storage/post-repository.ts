import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Database, FeedState } from './database.ts';

/** The blog's posts as last read, and how the reading of its feed goes. */
export interface PostRepository {
  /** Add the posts or replace them; an excerpt never replaces a whole post. */
  save(posts: readonly Post[]): Promise<void>;
  find(permalink: Permalink): Promise<Post | undefined>;
  /** All known posts, oldest first. */
  list(): Promise<Post[]>;
  findFeedState(): Promise<FeedState | undefined>;
  saveFeedState(state: Omit<FeedState, 'key' | 'at'>): Promise<void>;
}

export function createPostRepository(database: Database): PostRepository {
  const { posts: table, states } = database;
  return {
    async save(posts) {
      await database.transaction('rw', table, async () => {
        const stored = await table.bulkGet(posts.map(({ permalink }) => permalink));
        await table.bulkPut(
          posts.filter((post, at) => !post.excerpt || stored[at]?.excerpt !== false),
        );
      });
    },
    find: (permalink) => table.get(permalink),
    async list() {
      const posts = await table.toArray();
      return posts.sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1));
    },
    findFeedState: () => states.get('feed'),
    async saveFeedState(state) {
      await states.put({ ...state, key: 'feed', at: Date.now() });
    },
  };
}
