import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Site } from '../blog/site.ts';
import type { Database } from './database.ts';
import { type FeedState, toFeedKey, toFeedState } from './feed-state.ts';
import { putPosts } from './put-posts.ts';

/** The blog's posts as last read, and how the reading of its feed goes. */
export interface PostRepository {
  /** Add the posts or replace them; an excerpt never replaces a whole post. */
  save(posts: readonly Post[]): Promise<void>;
  find(permalink: Permalink): Promise<Post | undefined>;
  /** All known posts, oldest first; those that are gone from the blog among them. */
  list(): Promise<Post[]>;
  /** How the reading of the blog's feed goes, or that of a site which was added. */
  findFeedState(site?: Site): Promise<FeedState | undefined>;
}

export function createPostRepository(database: Database): PostRepository {
  const { posts: table, relatedStale, states } = database;
  return {
    save: (posts) =>
      database.transaction('rw', table, relatedStale, () => putPosts(database, posts)),
    find: (permalink) => table.get(permalink),
    async list() {
      const posts = await table.toArray();
      return posts.sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1));
    },
    async findFeedState(site) {
      const stored = await states.get(toFeedKey(site));
      return stored && toFeedState(stored);
    },
  };
}
