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
        const known = new Map(stored.flatMap((post) => (post ? [[post.permalink, post]] : [])));
        for (const post of posts) known.set(post.permalink, merge(known.get(post.permalink), post));
        await table.bulkPut(Array.from(known.values()));
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

/**
 * What is known of a post after it has been read once more. An excerpt never takes the place of
 * the whole text, and a page whose owner hides dates or labels does not make them forgotten.
 */
function merge(before: Post | undefined, read: Post): Post {
  if (!before) return read;
  const { text, excerpt } = read.excerpt && !before.excerpt ? before : read;
  return {
    ...before,
    ...read,
    labels: read.labels.length > 0 ? read.labels : before.labels,
    text,
    excerpt,
  };
}
